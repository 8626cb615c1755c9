import type { TopicTerm } from '../moderation/model/taxonomy.ts';
import type { TopicEntry } from './topic-entry-schema.ts';

/** Weights of the lists of a concept, by plain proportion: a strong term says as much as two others, a certain one as three, four weak ones as one. */
const WEIGHTS = { certain: 2.4, strong: 1.6, terms: 0.8, weak: 0.2 } as const;
/** A phrase is seldom said of anything else: it says a quarter more. */
const PHRASE_FACTOR = 1.25;
const PHRASE = /[ -]/u;
const MAX_WEIGHT = 100;
const WEIGHED = /^(.*[^\s=])\s*=\s*(\d+(?:\.\d+)?)$/u;
const WORD = /[\p{L}\p{N}]/u;

const SPACES = /\s+/gu;
/** A folded list has only single blanks; this asks whether a term needs mending. */
const WIDE = /\s\s|[^\S ]/u;

const splitTerms = (text: string | undefined): readonly string[] =>
  text === undefined
    ? []
    : text
        .split(',')
        .map((term) => (WIDE.test(term) ? term.replace(SPACES, ' ') : term).trim())
        .filter((term) => term !== '');

function readTerm(written: string, usual: number): TopicTerm {
  const weighed = written.includes('=') ? WEIGHED.exec(written) : null;
  if (weighed) return { term: weighed[1] ?? '', weight: Number(weighed[2]) };
  return { term: written, weight: PHRASE.test(written) ? usual * PHRASE_FACTOR : usual };
}

/** What is wrong with the words of a concept, and in which of its lists. */
interface TermFault {
  readonly list: 'certain' | 'strong' | 'terms' | 'weak' | 'not';
  readonly reason: string;
}

/** The words of an entry: its terms with their weights ("junta", or "junta=2.5"), and its phrases to pass over; or its first fault. */
export function readTopicTerms(
  entry: TopicEntry,
): { readonly terms: readonly TopicTerm[]; readonly not: readonly string[] } | TermFault {
  const seen = new Set<string>();
  const terms: TopicTerm[] = [];
  for (const list of ['certain', 'strong', 'terms', 'weak'] as const) {
    for (const written of splitTerms(entry[list])) {
      const { term, weight } = readTerm(written, WEIGHTS[list]);
      if (!WORD.test(term)) return { list, reason: `the term "${term}" holds no word` };
      if (weight <= 0 || weight > MAX_WEIGHT)
        return { list, reason: `the weight of "${term}" is not above 0 and at most ${MAX_WEIGHT}` };
      if (seen.has(term)) return { list, reason: `the term "${term}" stands twice` };
      seen.add(term);
      terms.push({ term, weight });
    }
  }
  const not = splitTerms(entry.not);
  const empty = not.find((phrase) => !WORD.test(phrase));
  const both = not.find((phrase) => seen.has(phrase));
  if (empty !== undefined) return { list: 'not', reason: `the phrase "${empty}" holds no word` };
  if (both !== undefined) return { list: 'not', reason: `"${both}" is also a term` };
  return { terms, not };
}
