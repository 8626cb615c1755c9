import { TOKEN_NUMBER, TOKEN_WORD, type TokenTable } from '../model/token-table.ts';
import { tokenize } from './tokenize.ts';

/** A phrase found: `phrase` is its index in the list compiled; rows `[from, to)` of the token table. */
export interface PhraseMatch {
  readonly phrase: number;
  readonly from: number;
  readonly to: number;
}

/** Finds all phrases that begin at rows `[from, to)`; none reaches past `to`. */
export type PhraseMatcher = (tokens: TokenTable, from: number, to: number) => readonly PhraseMatch[];

interface Node {
  readonly literal: Map<number, Node>;
  number: Node | undefined;
  word: Node | undefined;
  readonly phrases: number[];
}

const PLACEHOLDER = /(\{[a-z]{1,20}\})/u;

function newNode(): Node {
  return { literal: new Map(), number: undefined, word: undefined, phrases: [] };
}

function childFor(node: Node, hash: number): Node {
  const known = node.literal.get(hash);
  if (known) return known;
  const child = newNode();
  node.literal.set(hash, child);
  return child;
}

function addPart(nodes: Node, part: string): Node {
  if (part === '{number}') {
    nodes.number ??= newNode();
    return nodes.number;
  }
  if (part === '{word}') {
    nodes.word ??= newNode();
    return nodes.word;
  }
  if (PLACEHOLDER.test(part)) throw new RangeError(`unknown placeholder ${part}: use {number} or {word}`);
  const tokens = tokenize(part);
  let node = nodes;
  for (let row = 0; row < tokens.count; row++) node = childFor(node, tokens.hashes[row] ?? 0);
  return node;
}

/** Which rows may begin a phrase, so that nearly all rows of prose are passed over without a look into the trie. */
interface Beginnings {
  /** By the low bits of a first word: `ALONE` when any word may follow it, `PAIRED` when the second is in `pairs`. */
  readonly firsts: Uint8Array;
  readonly pairs: Uint8Array;
  /** By the low bits of the word after a leading `{word}`. */
  readonly seconds: Uint8Array;
}

const ALONE = 1;
const PAIRED = 2;
const FIRST_MASK = 0xffff;
const PAIR_MASK = 0x3ffff;

function pairOf(first: number, second: number): number {
  return (Math.imul(first, 31) ^ (second >>> 7) ^ second) & PAIR_MASK;
}

function readBeginnings(root: Node): Beginnings {
  const firsts = new Uint8Array(FIRST_MASK + 1);
  const pairs = new Uint8Array(PAIR_MASK + 1);
  const seconds = new Uint8Array(FIRST_MASK + 1);
  for (const [hash, node] of root.literal) {
    const isOpen = node.phrases.length > 0 || node.number !== undefined || node.word !== undefined;
    firsts[hash & FIRST_MASK] = (firsts[hash & FIRST_MASK] ?? 0) | (isOpen ? ALONE : PAIRED);
    for (const second of node.literal.keys()) pairs[pairOf(hash, second)] = 1;
  }
  const isOpen = root.word && (root.word.phrases.length > 0 || root.word.number || root.word.word);
  if (isOpen) seconds.fill(1);
  for (const second of root.word?.literal.keys() ?? []) seconds[second & FIRST_MASK] = 1;
  return { firsts, pairs, seconds };
}

/** Follows the trie from `node`, which the rows before `row` have reached; as deep as the longest phrase. */
function follow(node: Node, tokens: TokenTable, row: number, match: Omit<PhraseMatch, 'phrase'>, found: PhraseMatch[]): void {
  for (const phrase of node.phrases) found.push({ phrase, from: match.from, to: row });
  if (row >= match.to) return;
  const kind = tokens.kinds[row] ?? 0;
  const literal = node.literal.get(tokens.hashes[row] ?? 0);
  if (literal) follow(literal, tokens, row + 1, match, found);
  if (node.number && kind === TOKEN_NUMBER) follow(node.number, tokens, row + 1, match, found);
  if (node.word && (kind === TOKEN_WORD || kind === TOKEN_NUMBER)) follow(node.word, tokens, row + 1, match, found);
}

/**
 * Compiles phrases into one token trie. `{number}` stands for one number, `{word}` for one word or number; case,
 * punctuation and apostrophes do not count. Cost of a search: rows times the length of the longest phrase.
 * Throws `RangeError` for an empty phrase or an unknown placeholder.
 */
export function compilePhrases(phrases: readonly string[]): PhraseMatcher {
  const root = newNode();
  for (const [index, phrase] of phrases.entries()) {
    const node = phrase.split(PLACEHOLDER).reduce(addPart, root);
    if (node === root) throw new RangeError(`the phrase "${phrase}" holds no word`);
    node.phrases.push(index);
  }
  const { firsts, pairs, seconds } = readBeginnings(root);
  const canBegin = ({ hashes, kinds }: TokenTable, row: number): boolean => {
    const hash = hashes[row] ?? 0;
    const second = hashes[row + 1] ?? 0;
    const first = firsts[hash & FIRST_MASK] ?? 0;
    if ((first & ALONE) !== 0 || (first === PAIRED && pairs[pairOf(hash, second)] === 1)) return true;
    if (root.number && kinds[row] === TOKEN_NUMBER) return true;
    return root.word !== undefined && seconds[second & FIRST_MASK] === 1;
  };
  return (tokens, from, to) => {
    const found: PhraseMatch[] = [];
    for (let row = from; row < to; row++) if (canBegin(tokens, row)) follow(root, tokens, row, { from: row, to }, found);
    return found;
  };
}
