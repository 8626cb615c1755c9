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

/** Places for the hashes of first words: most words of a text are dismissed by one look. */
const FIRST_WORDS = 0x10000;
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

function nextNodes(active: readonly Node[], hash: number, kind: number): Node[] {
  const next: Node[] = [];
  for (const node of active) {
    const literal = node.literal.get(hash);
    if (literal) next.push(literal);
    if (node.number && kind === TOKEN_NUMBER) next.push(node.number);
    if (node.word && (kind === TOKEN_WORD || kind === TOKEN_NUMBER)) next.push(node.word);
  }
  return next;
}

function matchAt(root: Node, tokens: TokenTable, from: number, to: number, found: PhraseMatch[]): void {
  let active: readonly Node[] = [root];
  for (let row = from; row < to && active.length > 0; row++) {
    active = nextNodes(active, tokens.hashes[row] ?? 0, tokens.kinds[row] ?? 0);
    for (const node of active) for (const phrase of node.phrases) found.push({ phrase, from, to: row + 1 });
  }
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
  const beginsAny = root.number !== undefined || root.word !== undefined;
  const begins = new Uint8Array(FIRST_WORDS);
  for (const hash of root.literal.keys()) begins[hash % FIRST_WORDS] = 1;
  const canBegin = (tokens: TokenTable, row: number): boolean => {
    if (beginsAny) return true;
    const hash = tokens.hashes[row] ?? 0;
    return begins[hash % FIRST_WORDS] === 1 && root.literal.has(hash);
  };
  return (tokens, from, to) => {
    const found: PhraseMatch[] = [];
    for (let row = from; row < to; row++) if (canBegin(tokens, row)) matchAt(root, tokens, row, to, found);
    return found;
  };
}
