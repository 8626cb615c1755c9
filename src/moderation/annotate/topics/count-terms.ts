import type { Entity } from '../../model/annotation.ts';
import type { CleanedText } from '../../model/cleaned-text.ts';
import type { Span } from '../../model/span.ts';
import { lookUpName } from '../entities/look-up-name.ts';
import { NAME_CLASS } from '../entities/name-class.ts';
import { createNameCheck } from './create-name-check.ts';
import { opensSentence } from './opens-sentence.ts';
import { readWords } from './read-words.ts';
import type { Term, TermTable } from './term-table.ts';

/** UTF-16 code units of text that are read. */
const MAX_LENGTH = 100_000;
/** How much a word counts in the title, in a heading and in the first words of the body, in quarters set by hand; 1 elsewhere. */
const TITLE_WEIGHT = 2;
const HEADING_WEIGHT = 1.5;
const LEAD_WEIGHT = 1.25;
/** Words of the body that are its lead: about two paragraphs of news. */
const LEAD_WORDS = 80;

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
}

/** The terms of an article, and how many words were read. */
export interface TermCounts {
  readonly terms: readonly TermCount[];
  readonly words: number;
}

/** Where a text is read, whether names of it are known, and how much its words count; nothing for the body. */
interface Part extends Span {
  readonly isNamed: boolean;
  readonly weight: number | undefined;
}

/** True where the capital of a term of one word may be that of the sentence. */
function isDoubtfulAt({ cased }: Term, text: string, from: number, start: number): boolean {
  if (cased?.length !== 1 || !opensSentence(text, from, start)) return false;
  return (lookUpName((cased[0] ?? '').toLowerCase()) & NAME_CLASS.ordinary) !== 0;
}

function addTerm(counts: Map<Term, TermCount>, found: TermCount): void {
  const known = counts.get(found.term);
  if (known === undefined) {
    counts.set(found.term, found);
    return;
  }
  known.count++;
  known.mass += found.mass;
  known.isTitled ||= found.isTitled;
  known.isDoubtful &&= found.isDoubtful;
}

/** Counts the terms of the title and of all blocks but code; words inside names count as `createNameCheck` says. Linear. */
export function countTerms(
  cleaned: CleanedText,
  title: string | undefined,
  table: TermTable,
  entities: readonly Entity[] = [],
): TermCounts {
  const speaks = createNameCheck(entities);
  const counts = new Map<Term, TermCount>();
  let read = 0;
  let body = 0;
  const add = (text: string, { start, end, isNamed, weight }: Part): void => {
    const words = readWords(text, start, end);
    for (const { term, from, to } of table.find(text, words)) {
      if (term.claims.length === 0) continue;
      const place = { start: words[from]?.start ?? start, end: words[to - 1]?.end ?? end };
      const stem = to - from === 1 ? words[from]?.stem : undefined;
      if (isNamed && !speaks({ ...place, isCased: term.cased !== undefined, stem })) continue;
      addTerm(counts, {
        term,
        text: text.slice(place.start, place.end),
        count: 1,
        mass: weight ?? (body + from < LEAD_WORDS ? LEAD_WEIGHT : 1),
        isTitled: weight === TITLE_WEIGHT,
        isDoubtful: isDoubtfulAt(term, text, start, place.start),
      });
    }
    read += words.length;
    if (weight === undefined) body += words.length;
  };
  if (title !== undefined && !cleaned.blocks.some(({ kind }) => kind === 'title'))
    add(title, { start: 0, end: title.length, isNamed: false, weight: TITLE_WEIGHT });
  for (const { kind, start, end } of cleaned.blocks) {
    if (start >= MAX_LENGTH) break;
    if (kind === 'code') continue;
    const weight = kind === 'title' ? TITLE_WEIGHT : kind === 'heading' ? HEADING_WEIGHT : undefined;
    add(cleaned.text, { start, end: Math.min(end, MAX_LENGTH), isNamed: true, weight });
  }
  return { terms: [...counts.values()], words: read };
}
