import type { PhraseLimits } from './phrase-limits.ts';
import type { PhraseTallies, PhraseTally } from './tally-phrases.ts';

/** A phrase and its score, of any scale. */
export interface RankedPhrase {
  readonly tally: PhraseTally;
  readonly score: number;
}

/** Pairs say most for their length. */
function lengthFactor({ keys, isName }: PhraseTally, limits: PhraseLimits): number {
  if (keys.length === 1) return isName ? limits.oneWordName : limits.oneWord;
  if (keys.length === 2) return limits.twoWords;
  return keys.length === 3 ? limits.threeWords : limits.longName;
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
export function createRanking(tallies: PhraseTallies, limits: PhraseLimits): Ranking {
  const inside = countOutside(tallies);
  const rank = (key: string, tally: PhraseTally) => {
    const weight = tally.weight * (tally.isInTitle && tally.count === 1 && tally.keys.length === 1 ? limits.titleAlone : 1);
    const outside = Math.max(weight * limits.minOutside, weight - (inside.get(key) ?? 0));
    // Function words within a name ("Ministry of Tides") have no weight of their own.
    const mean = tally.keys.reduce((sum, word) => sum + (tallies.words.get(word) ?? tally.weight), 0) / tally.keys.length;
    return { key, tally, score: outside ** limits.phrasePower * mean ** limits.wordPower * lengthFactor(tally, limits) };
  };
  return (isWanted) =>
    [...tallies.phrases]
      .flatMap(([key, tally]) => (isWanted(tally) ? [rank(key, tally)] : []))
      .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
}
