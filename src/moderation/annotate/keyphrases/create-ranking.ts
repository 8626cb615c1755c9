import type { PhraseTallies, PhraseTally } from './tally-phrases.ts';

/** What a phrase of one, two, three or more words counts: pairs say most for their length. */
const LENGTH_FACTORS = [0.55, 1, 0.95];
const LONG_NAME_FACTOR = 0.8;
const ONE_NAME_FACTOR = 0.75;
/** How much being frequent counts, of the phrase and of its words. */
const PHRASE_POWER = 0.7;
const WORD_POWER = 0.4;

/** What a single word of the title counts that is said nowhere else. */
const TITLE_ALONE = 0.5;
/** Least share of its occurrences that a phrase within longer ones keeps. */
const MIN_OUTSIDE = 0.1;

/** A phrase and its score, of any scale. */
export interface RankedPhrase {
  readonly tally: PhraseTally;
  readonly score: number;
}

function lengthFactor({ keys, isName }: PhraseTally): number {
  if (keys.length === 1 && isName) return ONE_NAME_FACTOR;
  return LENGTH_FACTORS[keys.length - 1] ?? LONG_NAME_FACTOR;
}

/** What of each phrase is not said within a longer phrase that stands in its own right (after the C-value of Frantzi and Ananiadou). */
function countOutside({ phrases }: PhraseTallies): ReadonlyMap<string, number> {
  const inside = new Map<string, number>();
  for (const { keys, weight, count, isName } of phrases.values()) {
    if (keys.length < 2 || (count < 2 && !isName)) continue;
    const parts = new Set<string>();
    for (let from = 0; from < keys.length; from++)
      for (let to = from + 1; to <= keys.length; to++) if (to - from < keys.length) parts.add(keys.slice(from, to).join(' '));
    for (const part of parts) if (phrases.has(part)) inside.set(part, Math.max(inside.get(part) ?? 0, weight));
  }
  return inside;
}

/** Ranks the phrases that are wanted, best first. */
type Ranking = (isWanted: (tally: PhraseTally) => boolean) => readonly RankedPhrase[];

/** Ranks phrases by how much they say; order never depends on the order of the text where scores are equal. */
export function createRanking(tallies: PhraseTallies): Ranking {
  const inside = countOutside(tallies);
  const rank = (key: string, tally: PhraseTally) => {
    const weight = tally.weight * (tally.isInTitle && tally.count === 1 && tally.keys.length === 1 ? TITLE_ALONE : 1);
    const outside = Math.max(weight * MIN_OUTSIDE, weight - (inside.get(key) ?? 0));
    // Function words within a name ("Ministry of Tides") have no weight of their own.
    const mean = tally.keys.reduce((sum, word) => sum + (tallies.words.get(word) ?? tally.weight), 0) / tally.keys.length;
    return { key, tally, score: outside ** PHRASE_POWER * mean ** WORD_POWER * lengthFactor(tally) };
  };
  return (isWanted) =>
    [...tallies.phrases]
      .flatMap(([key, tally]) => (isWanted(tally) ? [rank(key, tally)] : []))
      .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
}
