import type { Document, DocumentBlock } from '../../model/document.ts';
import type { Span } from '../../model/span.ts';
import type { PhraseMatch } from '../../text/compile-phrases.ts';
import { createNote } from '../../text/create-note.ts';
import { moveMatches } from '../../text/move-matches.ts';
import { splitSentences } from '../../text/split-sentences.ts';
import type { CompiledFamilies } from './compile-families.ts';
import type { Family } from './families.ts';

/** Words of assent before an announcement: more are a sentence. */
const MAX_OPENERS = 4;
/** Words after a colon from which they are content. */
const MIN_TOLD = 4;
/** UTF-16 code units behind a phrase that are searched for its colon. */
const MAX_REST = 400;
/** Words behind an announcement among which the text is named. */
const NAMED_WITHIN = 6;

/** A phrase where its family counts. */
export interface Place {
  readonly block: DocumentBlock;
  readonly sentence: Span;
  readonly family: Family;
  readonly matched: Span;
  /** The block says nothing else. */
  readonly isAlone: boolean;
  /** A text is named behind the phrase: "here is a summary", not "here is what you asked for". */
  readonly namesText: boolean;
  /** The assent before the phrase is an exclamation, or a colon ends the block. */
  readonly isMarked: boolean;
}

/** Do only words such as "sure" stand between the start of the block and `row`? */
function opensBlock({ text, tokens }: Document, block: DocumentBlock, row: number, openers: ReadonlySet<string>): boolean {
  if (row - block.tokenStart > MAX_OPENERS) return false;
  for (let at = block.tokenStart; at < row; at++)
    if (!openers.has(text.slice(tokens.starts[at], tokens.ends[at]).toLowerCase())) return false;
  return true;
}

function stands(family: Family, match: PhraseMatch, block: DocumentBlock, isFirst: boolean, opens: boolean): boolean {
  if (family.place === 'block') return match.from === block.tokenStart && match.to === block.tokenEnd;
  if (family.place === 'start') return opens;
  if (family.place === 'assent') return opens && match.from > block.tokenStart;
  return family.place === 'anywhere' || isFirst;
}

/** Is nothing told after the colon of "Here is the article:"? */
function tellsNothingMore({ text }: Document, from: number, block: DocumentBlock): boolean {
  const rest = text.slice(from, Math.min(block.end, from + MAX_REST));
  const colon = rest.indexOf(':');
  return colon < 0 || (rest.slice(colon).match(/\p{L}{1,40}/gu)?.length ?? 0) < MIN_TOLD;
}

/** Does one of the next words name a text that is ordered? */
function namesText({ text, tokens }: Document, from: number, block: DocumentBlock, texts: ReadonlySet<string>): boolean {
  const to = Math.min(block.tokenEnd, from + NAMED_WITHIN);
  for (let row = from; row < to; row++)
    if (texts.has(text.slice(tokens.starts[row], Math.min(tokens.ends[row] ?? 0, (tokens.starts[row] ?? 0) + 24)).toLowerCase()))
      return true;
  return false;
}

/** "Certainly! Here is", or a block that ends with a colon. */
function isMarked({ text }: Document, block: DocumentBlock, matched: Span): boolean {
  return text.slice(block.start, matched.start).trimEnd().endsWith('!') || block.text.endsWith(':');
}

/** Index of the sentence that ends behind `offset`, from `from` on. */
function advance(sentences: readonly Span[], from: number, offset: number): number {
  let at = from;
  while (at < sentences.length - 1 && (sentences[at]?.end ?? 0) < offset) at++;
  return at;
}

/** A block's sentences and how far they were looked at: matches come in order. */
interface Cursor {
  readonly sentences: readonly Span[];
  first: number;
}

/** Where a match stands among the sentences of its block, or nothing when its family does not count there. */
function placeOf(
  document: Document,
  block: DocumentBlock,
  match: PhraseMatch,
  cursor: Cursor,
  rules: CompiledFamilies,
): Place | undefined {
  const { starts, ends } = document.tokens;
  const family = rules.families[match.phrase];
  const matched = { start: starts[match.from] ?? 0, end: ends[match.to - 1] ?? 0 };
  const { sentences } = cursor;
  const first = advance(sentences, cursor.first, matched.start + 1);
  cursor.first = first;
  const last = advance(sentences, first, matched.end);
  const isFirst = match.from === block.tokenStart || (starts[match.from - 1] ?? 0) < (sentences[first]?.start ?? 0);
  const opens = opensBlock(document, block, match.from, rules.openers);
  if (!family || !stands(family, match, block, isFirst, opens)) return undefined;
  const isWhole = last === sentences.length - 1 && (opens || (first === 0 && isFirst));
  const isAlone =
    isWhole && ((family.name !== 'preamble' && family.place !== 'assent') || tellsNothingMore(document, matched.end, block));
  const sentence = sentences[last] ?? block;
  if (family.place !== 'assent') return { block, sentence, family, matched, isAlone, namesText: true, isMarked: true };
  const names = namesText(document, match.to, block, rules.texts);
  return { block, sentence, family, matched, isAlone, namesText: names, isMarked: isMarked(document, block, matched) };
}

/** Phrases in a block, their rows counted from its first. */
const readMatches = createNote(({ tokenStart, tokenEnd }, { match }: CompiledFamilies, { tokens }: Document) =>
  moveMatches(match(tokens, tokenStart, tokenEnd), -tokenStart),
);

/** One place for each sentence of a block in which a phrase counts: the first one, announcements last. */
export function findPlaces(document: Document, block: DocumentBlock, rules: CompiledFamilies): readonly Place[] {
  const matches = moveMatches(readMatches(block, rules, document), block.tokenStart);
  if (matches.length === 0) return [];
  const cursor = { sentences: splitSentences(document.text, block.start, block.end), first: 0 };
  const places = new Map<number, Place>();
  for (const match of matches) {
    const place = placeOf(document, block, match, cursor, rules);
    const known = place && places.get(place.sentence.start);
    if (place && (!known || known.family.place === 'assent')) places.set(place.sentence.start, place);
  }
  return [...places.values()];
}
