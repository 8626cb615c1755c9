import type { Entity } from '../../model/annotation.ts';
import type { BlockKind } from '../../model/block.ts';
import type { CleanedText } from '../../model/cleaned-text.ts';
import type { Span } from '../../model/span.ts';
import { lookUpName } from '../entities/look-up-name.ts';
import { NAME_CLASS } from '../entities/name-class.ts';
import { createNameCheck } from './create-name-check.ts';
import { opensSentence } from './opens-sentence.ts';
import { readWords, type TopicWord } from './read-words.ts';
import type { Term } from './term-table.ts';
import type { TopicIndex } from './topic-index.ts';
import type { TopicLimits } from './topic-limits.ts';

/** UTF-16 code units of text that are read. */
const MAX_LENGTH = 100_000;

/** A term in an article. */
export interface TermCount {
  readonly term: Term;
  /** As it first stands in the text. */
  readonly text: string;
  count: number;
  /** Occurrences, each weighed by where it stands. */
  mass: number;
  /** True when it stands in the title. */
  isTitled: boolean;
  /** True when it is a name that is also an ordinary word, and only ever opens a sentence: "Palm trees", "Mars bars". */
  isDoubtful: boolean;
  /** True when it stands within a name, which is of one sense: "Merrow Bank", "Church of Aldane". */
  isInName: boolean;
}

/** The terms of an article, and how many words were read. */
export interface TermCounts {
  readonly terms: readonly TermCount[];
  readonly words: number;
}

/** Where a text is read, whether names of it are known, and how much its words count; nothing for the body. */
interface Part extends Span {
  readonly isTitle: boolean;
  readonly isNamed: boolean;
  readonly weight: number | undefined;
}

/** True where the capital of a term of one word may be that of the sentence. */
function isDoubtfulAt({ cased }: Term, text: string, from: number, start: number): boolean {
  if (cased?.length !== 1 || !opensSentence(text, from, start)) return false;
  return (lookUpName((cased[0] ?? '').toLowerCase()) & NAME_CLASS.ordinary) !== 0;
}

/** From the first to the last of words `[from, to)`. */
function spanOf(words: readonly TopicWord[], from: number, to: number): Span {
  return { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 };
}

const isOutside = (): 'outside' => 'outside';

function weighBlock(kind: BlockKind, { titleWeight, headingWeight }: TopicLimits): number | undefined {
  if (kind === 'title') return titleWeight;
  return kind === 'heading' ? headingWeight : undefined;
}

/** Where a term was found, and what that says of it. */
interface Place extends Span {
  readonly mass: number;
  readonly isTitled: boolean;
  readonly isInName: boolean;
}

/** Counts a term of the text that begins at `from`. */
function addTerm(counts: Map<Term, TermCount>, term: Term, text: string, from: number, place: Place): void {
  const { start, end, mass, isTitled, isInName } = place;
  const known = counts.get(term);
  if (known === undefined) {
    const isDoubtful = isDoubtfulAt(term, text, from, start);
    counts.set(term, { term, text: text.slice(start, end), count: 1, mass, isTitled, isDoubtful, isInName });
    return;
  }
  known.count++;
  known.mass += mass;
  known.isTitled ||= isTitled;
  known.isDoubtful &&= isDoubtfulAt(term, text, from, start);
  known.isInName ||= isInName;
}

/** Counts the terms of the title and of all blocks but code; words inside names count as `createNameCheck` says. Linear. */
export function countTerms(
  cleaned: CleanedText,
  title: string | undefined,
  { terms: table, limits }: TopicIndex,
  entities: readonly Entity[] = [],
): TermCounts {
  const speaks = createNameCheck(entities);
  const counts = new Map<Term, TermCount>();
  let read = 0;
  let body = 0;
  const add = (text: string, part: Part): void => {
    const { isTitle, isNamed, weight } = part;
    const words = readWords(text, part.start, part.end);
    const placeOf = isNamed ? speaks : isOutside;
    for (const { term, from, to } of table.find(text, words)) {
      if (term.claims.length === 0) continue;
      const { start, end } = spanOf(words, from, to);
      const isCased = term.cased !== undefined;
      const place = placeOf({ start, end, isCased, stem: to - from === 1 ? words[from]?.stem : undefined });
      if (place === 'silent') continue;
      const mass = weight ?? (body + from < limits.leadWords ? limits.leadWeight : 1);
      addTerm(counts, term, text, part.start, { start, end, mass, isTitled: isTitle, isInName: isCased || place === 'inside' });
    }
    read += words.length;
    if (weight === undefined) body += words.length;
  };
  if (title !== undefined && !cleaned.blocks.some(({ kind }) => kind === 'title'))
    add(title, { start: 0, end: title.length, isTitle: true, isNamed: false, weight: limits.titleWeight });
  for (const { kind, start, end } of cleaned.blocks) {
    if (start >= MAX_LENGTH) break;
    if (kind === 'code') continue;
    const weight = weighBlock(kind, limits);
    add(cleaned.text, { start, end: Math.min(end, MAX_LENGTH), isTitle: kind === 'title', isNamed: true, weight });
  }
  return { terms: [...counts.values()], words: read };
}
