import type { Span } from '../../model/span.ts';
import type { Sentence } from '../tokens/sentence.ts';
import { type Candidate, listCandidates } from './list-candidates.ts';
import type { PhraseLimits } from './phrase-limits.ts';
import { readWords } from './read-words.ts';

/** A phrase and how often it was met, all told. */
export interface PhraseTally {
  /** Its words in small letters, each without the "s" of many. */
  readonly keys: readonly string[];
  text: string;
  count: number;
  /** Occurrences, each by the weight of its block and place. */
  weight: number;
  isName: boolean;
  isInTitle: boolean;
}

/** Phrases by their key, and the weight of each word. */
export interface PhraseTallies {
  readonly phrases: ReadonlyMap<string, PhraseTally>;
  readonly words: ReadonlyMap<string, number>;
}

function weighSentence(
  { kind, start }: Sentence,
  length: number,
  { titleWeight, headingWeight, lastWeight }: PhraseLimits,
): number {
  const place = 1 - (1 - lastWeight) * (start / Math.max(1, length));
  return place * (kind === 'title' ? titleWeight : kind === 'heading' ? headingWeight : 1);
}

/** The words of a candidate in small letters, with blanks between them. */
function keyOf({ words, from, to }: Candidate): string {
  let key = words[from]?.form.folded ?? '';
  for (let row = from + 1; row < to; row++) key += ` ${words[row]?.form.folded ?? ''}`;
  return key;
}

function addCandidate(
  phrases: Map<string, PhraseTally>,
  candidate: Candidate,
  sentence: Sentence,
  weight: number,
  text: string,
): void {
  const { words, from, to, isName } = candidate;
  const key = keyOf(candidate);
  const said = text.slice(words[from]?.start, words[to - 1]?.end);
  const isInTitle = sentence.kind === 'title';
  const tally = phrases.get(key);
  if (!tally) {
    const keys = words.slice(from, to).map(({ form }) => form.folded);
    phrases.set(key, { keys, text: said, count: 1, weight, isName, isInTitle });
    return;
  }
  tally.count++;
  tally.weight += weight;
  tally.isName ||= isName;
  tally.isInTitle ||= isInTitle;
  // Capitals of titles and of first words are not the phrase's own.
  if (said !== tally.text && countCapitals(said) < countCapitals(tally.text)) tally.text = said;
}

const CAPITAL = /\p{Lu}/gu;
const countCapitals = (text: string): number => text.match(CAPITAL)?.length ?? 0;

/** Counts all candidates and all content words. `names` are the spans of named things, in order. */
export function tallyPhrases(
  text: string,
  sentences: readonly Sentence[],
  names: readonly Span[],
  limits: PhraseLimits,
): PhraseTallies {
  const phrases = new Map<string, PhraseTally>();
  const weights = new Map<string, number>();
  const length = sentences.at(-1)?.end ?? 0;
  let next = 0;
  for (const sentence of sentences) {
    while ((names[next]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) next++;
    let last = next;
    while ((names[last]?.start ?? Number.POSITIVE_INFINITY) < sentence.end) last++;
    const weight = weighSentence(sentence, length, limits);
    const words = readWords(sentence);
    for (const { form } of words) if (form.isContent) weights.set(form.folded, (weights.get(form.folded) ?? 0) + weight);
    for (const candidate of listCandidates(words, names.slice(next, last)))
      addCandidate(phrases, candidate, sentence, weight, text);
  }
  return { phrases, words: weights };
}
