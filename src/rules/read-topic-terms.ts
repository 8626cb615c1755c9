import type { TopicTerm } from '../moderation/model/taxonomy.ts';
import type { TopicEntry } from './topic-entry-schema.ts';

/** Weights of the lists of a concept: one strong term of a title, or two others, say enough. Set by hand. */
const WEIGHTS = { strong: 1.6, terms: 0.8, weak: 0.25 } as const;
const MAX_WEIGHT = 100;
const WEIGHED = /^(.*[^\s=])\s*=\s*(\d+(?:\.\d+)?)$/u;
const WORD = /[\p{L}\p{N}]/u;

const splitTerms = (text: string | undefined): readonly string[] =>
  (text ?? '').split(',').flatMap((term) => (term.trim() === '' ? [] : [term.trim().replace(/\s+/gu, ' ')]));

function readTerm(written: string, usual: number): TopicTerm {
  const weighed = WEIGHED.exec(written);
  return { term: weighed?.[1] ?? written, weight: weighed ? Number(weighed[2]) : usual };
}

/** What is wrong with the words of a concept, and in which of its lists. */
interface TermFault {
  readonly list: 'strong' | 'terms' | 'weak' | 'not';
  readonly reason: string;
}

/** The words of an entry: its terms with their weights ("junta", or "junta=2.5"), and its phrases to pass over; or its first fault. */
export function readTopicTerms(
  entry: TopicEntry,
): { readonly terms: readonly TopicTerm[]; readonly not: readonly string[] } | TermFault {
  const seen = new Set<string>();
  const terms: TopicTerm[] = [];
  for (const list of ['strong', 'terms', 'weak'] as const) {
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
