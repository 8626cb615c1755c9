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
  /** Bits by the low bits of a word: `ALONE`, `PAIRED`, `SECOND`. */
  readonly roles: Uint8Array;
  /** Pairs of a first and a second word. */
  readonly pairs: Uint8Array;
}

/** Begins a phrase whatever follows. */
const ALONE = 1;
/** Begins phrases that go on with a word of `pairs`. */
const PAIRED = 2;
/** Follows a leading `{word}`. */
const SECOND = 4;
/** Bits of a row that choose its place in `roles`; those of a few phrases need fewer, so that they take a few kilobytes. */
const MOST_ROLE_BITS = 16;
const LEAST_ROLE_BITS = 10;
/** Places for each phrase: with so many about one row in a hundred is looked at in vain. */
const PLACES = 64;
const PAIR_BITS = 2;

function pairOf(first: number, second: number): number {
  return Math.imul(first, 31) ^ (second >>> 7) ^ second;
}

function readBeginnings(root: Node, phrases: number): Beginnings {
  const bits = Math.min(MOST_ROLE_BITS, Math.max(LEAST_ROLE_BITS, Math.ceil(Math.log2(phrases * PLACES + 1))));
  const roles = new Uint8Array(2 ** bits);
  const pairs = new Uint8Array(2 ** (bits + PAIR_BITS));
  const roleMask = roles.length - 1;
  const pairMask = pairs.length - 1;
  const addRole = (hash: number, role: number): void => {
    roles[hash & roleMask] = (roles[hash & roleMask] ?? 0) | role;
  };
  for (const [hash, node] of root.literal) {
    const isOpen = node.phrases.length > 0 || node.number !== undefined || node.word !== undefined;
    addRole(hash, isOpen ? ALONE : PAIRED);
    for (const second of node.literal.keys()) pairs[pairOf(hash, second) & pairMask] = 1;
  }
  for (const second of root.word?.literal.keys() ?? []) addRole(second, SECOND);
  if (root.word && (root.word.phrases.length > 0 || root.word.number || root.word.word)) {
    for (let at = 0; at <= roleMask; at++) addRole(at, ALONE);
  }
  return { roles, pairs };
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
  const { roles, pairs } = readBeginnings(root, phrases.length);
  const roleMask = roles.length - 1;
  const pairMask = pairs.length - 1;
  const numberBegins = root.number !== undefined;
  return (tokens, from, to) => {
    const { hashes, kinds } = tokens;
    const found: PhraseMatch[] = [];
    let first = from < to ? (hashes[from] ?? 0) | 0 : 0;
    let role = roles[first & roleMask] ?? 0;
    for (let row = from; row < to; row++) {
      // Never a look beyond the columns: one is enough to make all others slow.
      const second = row + 1 < to ? (hashes[row + 1] ?? 0) | 0 : 0;
      const next = roles[second & roleMask] ?? 0;
      const begins =
        (role & ALONE) !== 0 ||
        (next & SECOND) !== 0 ||
        ((role & PAIRED) !== 0 && pairs[pairOf(first, second) & pairMask] === 1) ||
        (numberBegins && kinds[row] === TOKEN_NUMBER);
      if (begins) follow(root, tokens, row, { from: row, to }, found);
      first = second;
      role = next;
    }
    return found;
  };
}
