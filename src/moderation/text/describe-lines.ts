import type { Document } from '../model/document.ts';
import { compilePhrases, type PhraseMatch, type PhraseMatcher } from './compile-phrases.ts';
import { createNote, type NotedBlock } from './create-note.ts';

/** A paragraph of prose, or a complete sentence. */
export const LINE_PROSE = 1;
/** Four words or more that end as a sentence ends. */
export const LINE_SENTENCE = 2;
/** No words of its own: symbols, a bare number, an address, a time stamp, a notice that begins with ©. */
export const LINE_MARK = 4;
/** What programs write for each other: a time stamp, the address of a picture. */
export const LINE_TECHNICAL = 8;
/** The first bit that stands for a group of phrases: group `g` has the bit `LINE_GROUP << g`. */
export const LINE_GROUP = 16;

/** Phrases that say what a line is. */
export interface PhraseGroup {
  readonly phrases: readonly string[];
  /** Most words of a line that is looked at. */
  readonly maxWords: number;
  /** True when phrases have to cover the line from its first to its last word. */
  readonly whole: boolean;
  /** True when the phrase has to begin the line. */
  readonly start?: boolean;
  /** The bit it sets, if not the one of its place among the groups. */
  readonly bit?: number;
}

/** What each block of a document is, as bits. */
export type LineDescriber = (document: Document) => Uint16Array;

/** Words: the same limits by which the zones of a document are drawn. */
const PROSE_WORDS = 25;
const PROSE_WORDS_WITH_STOP = 8;
const SENTENCE_WORDS = 4;
/** Words before a colon: a sentence that introduces what follows, and no label. */
const INTRODUCING_WORDS = 10;

const STOP = /[.!?。！？]["'”’)\]»]{0,3}$/u;
const CUT_SHORT = /(?:…|\.\.)["'”’)\]»]{0,3}$/u;
const ADDRESS = /^https?:\/\/\S{3,600}$/u;
const TIME_STAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}[\d:.]{0,8}(?:Z|[+-]\d{2}:?\d{2})?$/u;
const PICTURE = /^https?:\/\/[^\s?#]{3,600}\.(?:jpe?g|png|gif|webp|svg)(?:[?#\s]|$)/iu;
const PUNCTUATION = /[.,;:!?…()"“”]/u;
/** A counter glued to its label, such as "299FollowersFollow". */
const GLUED_COUNTER = /^\d[\d.,]{0,9}\p{L}{3,40}$/u;
const NUMBER_ONLY = /^[\p{N}\p{P}\p{S}\s]{1,12}$/u;
const MAX_ADDRESS = 820;

/** True when a text ends as a sentence does; one that is cut short by an ellipsis does not. */
export function endsSentence(text: string): boolean {
  const end = text.slice(-6);
  return STOP.test(end) && !CUT_SHORT.test(end);
}

function isMark(block: NotedBlock): boolean {
  if (block.words === 0) return true;
  if (block.text.length <= 12 && NUMBER_ONLY.test(block.text)) return true;
  if (block.text.startsWith('©') || (block.words <= 2 && GLUED_COUNTER.test(block.text))) return true;
  return block.text.length <= MAX_ADDRESS && (ADDRESS.test(block.text) || TIME_STAMP.test(block.text));
}

function isTechnical(block: NotedBlock): boolean {
  return TIME_STAMP.test(block.text) || PICTURE.test(block.text.slice(0, MAX_ADDRESS));
}

/** A cloud of tags: words without any punctuation, half of them or more capitalised. */
function isWordList(text: string): boolean {
  if (PUNCTUATION.test(text)) return false;
  const words = text.split(/\s/u);
  return words.filter((word) => /^\p{Lu}/u.test(word)).length * 2 >= words.length;
}

function describeShape(block: NotedBlock): number {
  const introduces = block.words >= INTRODUCING_WORDS && block.text.endsWith(':');
  const sentence = introduces || (block.words >= SENTENCE_WORDS && endsSentence(block.text));
  const long = block.words >= PROSE_WORDS && !PICTURE.test(block.text.slice(0, MAX_ADDRESS)) && !isWordList(block.text);
  const prose = long || (sentence && block.words >= PROSE_WORDS_WITH_STOP);
  return (
    (prose ? LINE_PROSE : 0) |
    (sentence ? LINE_SENTENCE : 0) |
    (isMark(block) ? LINE_MARK : 0) |
    (isTechnical(block) ? LINE_TECHNICAL | LINE_MARK : 0)
  );
}

/** A phrase found that may cover a line, with the bit of its group. */
interface WholeMatch extends Pick<PhraseMatch, 'from' | 'to'> {
  readonly bit: number;
}

/**
 * Bits of the groups whose phrases cover rows `[from, from + skips.length)` one after the other; symbols and numbers may
 * stand between. The longest phrase counts: what reached a row from an earlier one stays.
 */
function coverBits(matches: readonly WholeMatch[], from: number, skips: Uint8Array): number {
  const byRow = Map.groupBy(matches, (match) => match.from - from);
  const reached = new Int32Array(skips.length + 1);
  const origin = new Int32Array(skips.length + 1).fill(-1);
  const reach = (end: number, row: number, bits: number): void => {
    if (origin[end] !== -1 && origin[end] !== row) return;
    reached[end] = (reached[end] ?? 0) | (reached[row] ?? 0) | bits;
    origin[end] = row;
  };
  for (const [row, skip] of skips.entries()) {
    if (row > 0 && origin[row] === -1) continue;
    if (skip === 1) reach(row + 1, row, 0);
    for (const { bit, to } of byRow.get(row) ?? []) if (bit > 0) reach(to - from, row, bit);
  }
  return reached[skips.length] ?? 0;
}

function describePhrases(document: Document, block: NotedBlock, compiled: readonly CompiledGroups[]): number {
  const { tokenStart, tokenEnd, words } = block;
  const matches = compiled.flatMap(({ match, groups }) =>
    match(document.tokens, tokenStart, tokenEnd).map(({ phrase, from, to }) => ({ from, to, group: groups[phrase] })),
  );
  if (matches.length === 0) return 0;
  let bits = 0;
  for (const { group, from } of matches) {
    if (!group || group.whole || (group.start && from !== tokenStart)) continue;
    if (words <= group.maxWords) bits |= group.bit;
  }
  const skips = document.tokens.kinds.slice(tokenStart, tokenEnd).map((kind) => (kind === 0 ? 0 : 1));
  const whole = matches.map(({ from, to, group }) => ({
    from,
    to,
    bit: group?.whole && words <= group.maxWords ? group.bit : 0,
  }));
  return bits | coverBits(whole, tokenStart, skips);
}

/** Groups of phrases, ready to be looked for. */
export interface CompiledGroups {
  readonly match: PhraseMatcher;
  /** The group of each compiled phrase, with its bit. */
  readonly groups: readonly (PhraseGroup & { readonly bit: number })[];
  /** Most words of a line that any of them looks at. */
  readonly most: number;
}

/** Throws as `compilePhrases` does. */
export function compileGroups(groups: readonly PhraseGroup[]): CompiledGroups {
  return {
    match: compilePhrases(groups.flatMap((group) => group.phrases)),
    groups: groups.flatMap((group, index) => {
      const one = { ...group, bit: group.bit ?? LINE_GROUP << index };
      return group.phrases.map(() => one);
    }),
    most: Math.max(...groups.map((group) => group.maxWords)),
  };
}

/** All groups, and most words of a line that any of them looks at. */
interface Vocabulary {
  readonly all: readonly CompiledGroups[];
  readonly most: number;
}

const readBits = createNote((block, { all, most }: Vocabulary, document: Document) => {
  const shape = describeShape(block);
  return block.words > 0 && block.words <= most ? shape | describePhrases(document, block, all) : shape;
});

/** A function that says of each block what it looks like and which groups of phrases name it; phrases of all lists may cover a line together. Linear. */
export function describeLines(compiled: readonly CompiledGroups[]): LineDescriber {
  const most = Math.max(...compiled.map((groups) => groups.most));
  const vocabulary: Vocabulary = { all: compiled, most };
  return (document) => Uint16Array.from(document.blocks, (block) => readBits(block, vocabulary, document));
}
