import { GAP, isBarrier } from './read-gap.ts';
import { CASE, type WordFacts } from './word-facts.ts';

/** Bodies whose names list several subjects with commas: "Ministry of Trade, Industry and Energy". */
const BODIES: ReadonlySet<string> = new Set(['ministry', 'department', 'secretariat', 'directorate']);
const OF: ReadonlySet<string> = new Set(['of', 'for']);
const SUFFIXES: ReadonlySet<string> = new Set(['jr', 'sr']);
/** Words of such a name after "of", and those of one subject. */
const MAX_LIST_WORDS = 12;
const MAX_SUBJECT_WORDS = 3;

const isCapital = (fact: WordFacts | undefined): boolean => fact?.case === CASE.initial;

/** Rows of the commas of a list of subjects from row `from`, which ends with "and" and a capital; none without it. */
function findListCommas(facts: readonly WordFacts[], gaps: readonly number[], from: number): readonly number[] {
  const commas: number[] = [];
  let words = 0;
  for (let at = from; at < from + MAX_LIST_WORDS && isCapital(facts[at]); at++) {
    if (gaps[at] === GAP.comma) commas.push(at);
    else if (at > from && gaps[at] !== GAP.space) return [];
    words = gaps[at] === GAP.comma ? 1 : words + 1;
    if (words > MAX_SUBJECT_WORDS) return [];
    if (facts[at + 1]?.lowerText === 'and' && gaps[at + 1] === GAP.space && isCapital(facts[at + 2])) return commas;
  }
  return [];
}

/**
 * For each word, and for what follows the last, whether no name goes on from the word before. Names go over a comma only in lists
 * of the subjects of a ministry, and before "Jr.". Linear.
 */
export function listBarriers(facts: readonly WordFacts[], gaps: readonly number[]): readonly boolean[] {
  const barriers = gaps.map((gap, at) => at === 0 || isBarrier(gap));
  for (let at = 1; at < facts.length; at++) {
    if (gaps[at] === GAP.comma && isCapital(facts[at - 1]) && SUFFIXES.has(facts[at]?.lowerText ?? '')) barriers[at] = false;
    if (OF.has(facts[at]?.lowerText ?? '') && BODIES.has(facts[at - 1]?.lowerText ?? ''))
      for (const comma of findListCommas(facts, gaps, at + 1)) barriers[comma] = false;
  }
  return barriers;
}
