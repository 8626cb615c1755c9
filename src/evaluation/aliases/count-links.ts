import type { Counts } from '../score-counts.ts';
import type { Groups } from './judged-document.ts';

const pairs = (count: number): number => (count * (count - 1)) / 2;

function sumPairs(keys: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + pairs(count), 0);
}

/**
 * Pairs of mentions of one document: in one group rightly, in one group wrongly, in one group of the data only. Both lists name the group of
 * each mention; `undefined` is a mention that was not found, which is linked to nothing.
 */
export function countLinks(gold: readonly string[], found: Groups): Counts {
  const placed = found.flatMap((group, at) => (group === undefined ? [] : [{ group, cluster: gold[at] ?? '' }]));
  const tp = sumPairs(placed.map(({ group, cluster }) => `${group}\t${cluster}`));
  return { tp, fp: sumPairs(placed.map(({ group }) => group)) - tp, fn: sumPairs(gold) - tp };
}
