import type { SqlSession } from '../../store/sql-pool.ts';
import type { CountedPattern } from './judge-patterns.ts';
import { PRECISION_LIMITS } from './precision-limits.ts';

/** The time of a report and the length of its windows. */
export interface PatternStretch {
  readonly tenant: string;
  readonly from: Date;
  readonly until: Date;
  readonly windowSeconds: number;
  /** How many windows there are, counted back from `until`; the oldest may be shorter. */
  readonly windows: number;
}

/** What was counted, with how many articles it was counted in. */
export interface ReadPatterns {
  readonly counts: readonly CountedPattern[];
  readonly articles: number;
  /** Whether some window had more articles than were looked at. */
  readonly isCut: boolean;
}

// Of articles that came in that time, by what the machine last found in them: kinds stand beside each article, once each. Sources with the most of
// them; of so many that there are more, the others are in nobody's report. Of each window as many articles, or those of the last one would be all
// there is of a busy tenant; one more than wanted says whether there are more.
const COUNT = `WITH newest AS (
    SELECT source, kinds, age, row_number() OVER (PARTITION BY age ORDER BY received_at DESC) AS place
      FROM generate_series(0, $7::integer - 1) AS age CROSS JOIN LATERAL (
        SELECT source, kinds, received_at FROM copydesk.articles
         WHERE tenant = $1 AND processing = 'cleaned' AND received_at > $2
           AND received_at > $3::timestamptz - (age + 1) * $4::double precision * interval '1 second'
           AND received_at <= $3::timestamptz - age * $4::double precision * interval '1 second'
         ORDER BY received_at DESC LIMIT $5::integer + 1
      ) AS in_window
  ), aged AS (
    SELECT source, kinds, age FROM newest WHERE place <= $5
  ), totals AS (
    SELECT source, age, count(*)::integer AS articles, (count(*) FILTER (WHERE kinds <> '{}'))::integer AS found FROM aged GROUP BY source, age
  ), most AS (
    SELECT source FROM totals GROUP BY source ORDER BY sum(articles) DESC, source LIMIT $6
  ), by_kind AS (
    SELECT source, kind, age, count(*)::integer AS found FROM aged CROSS JOIN unnest(kinds) AS kind GROUP BY source, kind, age
  )
  SELECT source, NULL AS kind, age, articles, found, (SELECT count(*) FROM aged)::integer AS read,
         (SELECT max(place) > $5 FROM newest) AS "isCut"
    FROM totals JOIN most USING (source)
   UNION ALL SELECT source, kind, age, 0, found, 0, false FROM by_kind JOIN most USING (source)`;

interface Row extends CountedPattern {
  readonly read: number;
  readonly isCut: boolean;
}

/** Counts articles by source, window and kind of finding, in one statement of bounded work. */
export async function readPatterns(
  session: SqlSession,
  { tenant, from, until, windowSeconds, windows }: PatternStretch,
  mostArticles: number = PRECISION_LIMITS.articles,
): Promise<ReadPatterns> {
  const most = Math.floor(mostArticles / windows);
  const bounds = [most, PRECISION_LIMITS.groups, windows];
  const { rows } = await session.query<Row>(COUNT, [tenant, from, until, windowSeconds, ...bounds]);
  const total = rows.find((row) => row.kind === null);
  return {
    counts: rows.map(({ read: _, isCut: __, ...count }) => count),
    articles: total?.read ?? 0,
    isCut: total?.isCut ?? false,
  };
}
