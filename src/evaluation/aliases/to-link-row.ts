import type { Row } from '../evaluation.ts';
import { type Counts, scoreCounts } from '../score-counts.ts';
import { countLinks } from './count-links.ts';
import type { GroupedMentions } from './judged-document.ts';

function addUp(counts: readonly Counts[], sign: (row: number) => number): Counts {
  const sum = (key: keyof Counts): number => counts.reduce((total, count, row) => total + sign(row) * count[key], 0);
  return { tp: sum('tp'), fp: sum('fp'), fn: sum('fn') };
}

function countAll({ mentions, groups }: GroupedMentions): Counts {
  return countLinks(
    mentions.map(({ cluster }) => cluster),
    groups,
  );
}

/** Pairs of equal strings alone: the string is a part of both groups. */
function countEqual({ mentions, groups }: GroupedMentions): Counts {
  return countLinks(
    mentions.map(({ text, cluster }) => `${text}\t${cluster}`),
    groups.map((group, at) => (group === undefined ? undefined : `${mentions[at]?.text}\t${group}`)),
  );
}

const countItems = (documents: readonly GroupedMentions[]): number =>
  documents.reduce((sum, { mentions }) => sum + mentions.length, 0);

/** All pairs of mentions within each document. */
export function toLinkRow(name: string, documents: readonly GroupedMentions[]): Row {
  const counts = addUp(documents.map(countAll), () => 1);
  return { name, figures: { items: countItems(documents), ...scoreCounts(counts) } };
}

/** Pairs of mentions that are written differently, which equal strings do not link. */
export function toAliasRow(name: string, documents: readonly GroupedMentions[]): Row {
  const counts = addUp(
    documents.flatMap((document) => [countAll(document), countEqual(document)]),
    (row) => (row % 2 === 0 ? 1 : -1),
  );
  return { name, figures: { items: countItems(documents), ...scoreCounts(counts) } };
}
