import type { Entity, Keyphrase } from '../../model/annotation.ts';
import type { Sentence } from '../tokens/sentence.ts';
import { createRanking, type RankedPhrase } from './create-ranking.ts';
import type { PhraseLimits } from './phrase-limits.ts';
import { type PhraseTally, tallyPhrases } from './tally-phrases.ts';

/** True when one phrase holds all words of the other. */
function overlaps(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.every((word) => long.includes(word));
}

/** Adds phrases to those chosen, best first, up to `most`; none that holds, or is held by, a chosen one. */
function choose(chosen: readonly RankedPhrase[], ranked: readonly RankedPhrase[], most: number): readonly RankedPhrase[] {
  const all = [...chosen];
  for (const phrase of ranked) {
    if (all.length >= most) break;
    if (!all.some(({ tally }) => overlaps(tally.keys, phrase.tally.keys))) all.push(phrase);
  }
  return all;
}

/** True for what an article does not say in passing. */
const isMeant = ({ count, isName, isInTitle, keys }: PhraseTally): boolean =>
  count > 1 || isName || (isInTitle && keys.length > 1);

/**
 * The phrases that say what a text is about, best first: what is said often, early, in titles and in pairs of words. Scores 0
 * to 1, the best is 1. A phrase is written as it stands in the text; none begins or ends with a function word or inside a name.
 */
export function findKeyphrases(
  text: string,
  sentences: readonly Sentence[],
  entities: readonly Entity[],
  limits: PhraseLimits,
): readonly Keyphrase[] {
  const { maxPhrases, enough } = limits;
  const names = entities.flatMap(({ mentions }) => mentions).sort((a, b) => a.start - b.start);
  const rank = createRanking(tallyPhrases(text, sentences, names, limits), limits);
  const meant = sentences.length < limits.longText ? [] : choose([], rank(isMeant), maxPhrases);
  // Most phrases of a long text are said in passing: they are ranked only where the others are not enough.
  const all =
    meant.length >= enough
      ? meant
      : choose(
          meant,
          rank(() => true),
          meant.length === 0 ? maxPhrases : enough,
        );
  const chosen = [...all].sort((a, b) => b.score - a.score);
  const best = chosen[0]?.score ?? 1;
  return chosen
    .map(({ tally, score }) => ({ text: tally.text, score: Math.round((score / best) * 10_000) / 10_000 }))
    .filter(({ score }, at) => at < enough || score >= limits.minShare);
}
