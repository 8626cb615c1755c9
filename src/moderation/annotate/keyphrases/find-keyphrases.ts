import type { Entity, Keyphrase } from '../../model/annotation.ts';
import type { Sentence } from '../tokens/sentence.ts';
import type { PhraseLimits } from './phrase-limits.ts';
import { type RankedPhrase, rankPhrases } from './rank-phrases.ts';
import { tallyPhrases } from './tally-phrases.ts';

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
const isMeant = ({ tally }: RankedPhrase): boolean =>
  tally.count > 1 || tally.isName || (tally.isInTitle && tally.keys.length > 1);

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
  const ranked = rankPhrases(tallyPhrases(text, sentences, names, limits), limits);
  const meant = sentences.length < limits.longText ? [] : choose([], ranked.filter(isMeant), maxPhrases);
  const chosen = [...choose(meant, ranked, meant.length === 0 ? maxPhrases : enough)].sort((a, b) => b.score - a.score);
  const best = chosen[0]?.score ?? 1;
  return chosen
    .map(({ tally, score }) => ({ text: tally.text, score: Math.round((score / best) * 10_000) / 10_000 }))
    .filter(({ score }, at) => at < enough || score >= limits.minShare);
}
