import type { CleanedText } from '../../model/cleaned-text.ts';
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
}

/** The terms of an article, and how many words were read. */
export interface TermCounts {
  readonly terms: readonly TermCount[];
  readonly words: number;
}

/** Counts the terms of the title and of all blocks but code. Linear. */
export function countTerms(cleaned: CleanedText, title: string | undefined, table: TermTable): TermCounts {
  const counts = new Map<Term, TermCount>();
  const stems = new Map<string, string>();
  let read = 0;
  let body = 0;
  const add = (text: string, start: number, end: number, weight: number | undefined): void => {
    const words = readWords(text, start, end, stems);
    for (const { term, from, to } of table.find(text, words)) {
      if (term.claims.length === 0) continue;
      const mass = weight ?? (body + from < LEAD_WORDS ? LEAD_WEIGHT : 1);
      const known = counts.get(term);
      if (known) {
        known.count++;
        known.mass += mass;
      } else counts.set(term, { term, text: text.slice(words[from]?.start, words[to - 1]?.end), count: 1, mass });
    }
    read += words.length;
    if (weight === undefined) body += words.length;
  };
  if (title !== undefined && !cleaned.blocks.some(({ kind }) => kind === 'title')) add(title, 0, title.length, TITLE_WEIGHT);
  for (const { kind, start, end } of cleaned.blocks) {
    if (start >= MAX_LENGTH) break;
    if (kind === 'code') continue;
    const weight = kind === 'title' ? TITLE_WEIGHT : kind === 'heading' ? HEADING_WEIGHT : undefined;
    add(cleaned.text, start, Math.min(end, MAX_LENGTH), weight);
  }
  return { terms: [...counts.values()], words: read };
}
