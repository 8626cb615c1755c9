import { CASE, type WordFacts } from './word-facts.ts';

/** How a sentence is set: as usual, in capitals, like a title, or without any capital. */
export const STYLE = { usual: 0, capitals: 1, title: 2, small: 3 } as const;

const MIN_WORDS = 3;
const MIN_TITLE_WORDS = 4;
/** Share of words in capitals from which a sentence is set in capitals. */
const CAPITALS_SHARE = 0.6;
/** Share of words of four letters and more with a capital from which a sentence is set like a title. */
const TITLE_SHARE = 0.85;
const SENTENCE_END = /[.!?]/u;

/** How a sentence is set; `tail` is what stands after its last word. */
export function readStyle(facts: readonly WordFacts[], tail: string): number {
  const letters = facts.filter((fact) => fact.case !== CASE.digits);
  if (letters.every((fact) => fact.case === CASE.lower || fact.case === CASE.code)) return STYLE.small;
  const upper = letters.filter((fact) => fact.case === CASE.upper || fact.case === CASE.dotted).length;
  if (letters.length >= MIN_WORDS && upper >= letters.length * CAPITALS_SHARE) return STYLE.capitals;
  const long = letters.filter((fact) => fact.length > 3);
  const capital = long.filter((fact) => fact.case !== CASE.lower).length;
  if (letters.length < MIN_TITLE_WORDS || long.length < MIN_WORDS || SENTENCE_END.test(tail)) return STYLE.usual;
  return capital >= long.length * TITLE_SHARE ? STYLE.title : STYLE.usual;
}
