import { readWords } from '../moderation/annotate/topics/read-words.ts';
import type { TopicLimits } from '../moderation/annotate/topics/topic-limits.ts';
import type { TopicTerm } from '../moderation/model/taxonomy.ts';
import type { TopicEntry } from './topic-entry-schema.ts';

const PHRASE = /[ -]/u;
const MAX_WEIGHT = 100;
const WEIGHED = /^(.*[^\s=])\s*=\s*(\d+(?:\.\d+)?)$/u;
const WORD = /[\p{L}\p{N}]/u;
/** Words and UTF-16 code units of the longest term: those of more words would be cut by the term table. */
const MAX_WORDS = 8;
const MAX_LENGTH = 200;
const SHOWN = 40;

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

function readTerm(written: string, usual: number, phraseFactor: number): TopicTerm {
  const weighed = written.includes('=') ? WEIGHED.exec(written) : null;
  if (weighed) return { term: weighed[1] ?? '', weight: Number(weighed[2]) };
  return { term: written, weight: PHRASE.test(written) ? usual * phraseFactor : usual };
}

/** What is wrong with the words of a concept, and in which of its lists. */
interface TermFault {
  readonly list: 'certain' | 'strong' | 'terms' | 'weak' | 'not';
  readonly reason: string;
}

/** What is wrong with a term or phrase in itself. */
function findFault(term: string): string | undefined {
  if (term.length > MAX_LENGTH) return `"${term.slice(0, SHOWN)}…" is longer than ${MAX_LENGTH} characters`;
  if (!WORD.test(term)) return `"${term}" holds no word`;
  if (term.includes('=')) return `"${term}" has no number for a weight`;
  return readWords(term, 0, term.length).length > MAX_WORDS ? `"${term}" has more than ${MAX_WORDS} words` : undefined;
}

/** The words of an entry: its terms with their weights ("junta", or "junta=2.5"), and its phrases to pass over; or its first fault. */
export function readTopicTerms(
  entry: TopicEntry,
  { certainWeight, strongWeight, termWeight, weakWeight, phraseFactor }: TopicLimits,
): { readonly terms: readonly TopicTerm[]; readonly not: readonly string[] } | TermFault {
  const weights = { certain: certainWeight, strong: strongWeight, terms: termWeight, weak: weakWeight };
  const seen = new Set<string>();
  const terms: TopicTerm[] = [];
  const empty = (['certain', 'strong', 'terms', 'weak', 'not'] as const).find(
    (list) => entry[list] !== undefined && splitTerms(entry[list]).length === 0,
  );
  if (empty) return { list: empty, reason: `the list "${empty}" is empty` };
  for (const list of ['certain', 'strong', 'terms', 'weak'] as const) {
    for (const written of splitTerms(entry[list])) {
      const { term, weight } = readTerm(written, weights[list], phraseFactor);
      const fault = findFault(term);
      if (fault !== undefined) return { list, reason: `the term ${fault}` };
      if (weight <= 0 || weight > MAX_WEIGHT)
        return { list, reason: `the weight of "${term}" is not above 0 and at most ${MAX_WEIGHT}` };
      if (seen.has(term)) return { list, reason: `the term "${term}" stands twice` };
      seen.add(term);
      terms.push({ term, weight });
    }
  }
  const not = splitTerms(entry.not);
  const fault = not.map(findFault).find((reason) => reason !== undefined);
  const both = not.find((phrase) => seen.has(phrase));
  if (fault !== undefined) return { list: 'not', reason: `the phrase ${fault}` };
  if (both !== undefined) return { list: 'not', reason: `"${both}" is also a term` };
  return { terms, not };
}
