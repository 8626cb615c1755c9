import type { SqlSession } from '../../store/sql-pool.ts';
import type { CountedPattern } from './judge-patterns.ts';
import { PRECISION_LIMITS } from './precision-limits.ts';

/** The time of a report and the length of its windows. */
export interface PatternStretch {
  readonly tenant: string;
  readonly from: Date;
  readonly until: Date;
  readonly windowSeconds: number;
}

/** What was counted, with how many articles it was counted in. */
export interface ReadPatterns {
  readonly counts: readonly CountedPattern[];
  readonly articles: number;
  readonly isCut: boolean;
}

// Of articles that came in that time, by what the machine last found in them: kinds stand beside each article, once each. Sources with the most of
// them; of so many that there are more, the others are in nobody's report. One more article than wanted says whether there are more.
const COUNT = `WITH newest AS (
    SELECT source, kinds, received_at FROM copydesk.articles
     WHERE tenant = $1 AND processing = 'cleaned' AND received_at > $2 AND received_at <= $3 ORDER BY received_at DESC LIMIT $5::integer + 1
  ), aged AS (
    SELECT source, kinds, floor(extract(epoch FROM $3::timestamptz - received_at) / $4)::integer AS age FROM newest ORDER BY received_at DESC LIMIT $5
  ), totals AS (
    SELECT source, age, count(*)::integer AS articles, (count(*) FILTER (WHERE kinds <> '{}'))::integer AS found FROM aged GROUP BY source, age
  ), most AS (
    SELECT source FROM totals GROUP BY source ORDER BY sum(articles) DESC, source LIMIT $6
  ), by_kind AS (
    SELECT source, kind, age, count(*)::integer AS found FROM aged CROSS JOIN unnest(kinds) AS kind GROUP BY source, kind, age
  )
  SELECT source, NULL AS kind, age, articles, found, (SELECT count(*) FROM newest)::integer AS read FROM totals JOIN most USING (source)
   UNION ALL SELECT source, kind, age, 0, found, 0 FROM by_kind JOIN most USING (source)`;

interface Row extends CountedPattern {
  readonly read: number;
}

/** Counts articles by source, window and kind of finding, in one statement of bounded work. */
export async function readPatterns(
  session: SqlSession,
  { tenant, from, until, windowSeconds }: PatternStretch,
  mostArticles: number = PRECISION_LIMITS.articles,
): Promise<ReadPatterns> {
  const { rows } = await session.query<Row>(COUNT, [tenant, from, until, windowSeconds, mostArticles, PRECISION_LIMITS.groups]);
  const read = rows.find((row) => row.kind === null)?.read ?? 0;
  return {
    counts: rows.map(({ read: _, ...count }) => count),
    articles: Math.min(read, mostArticles),
    isCut: read > mostArticles,
  };
}
