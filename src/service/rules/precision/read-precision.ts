import type { SqlSession } from '../../store/sql-pool.ts';
import { judgePatterns } from './judge-patterns.ts';
import { type Counted, type CountedWindow, judgePrecision } from './judge-precision.ts';
import { PRECISION_LIMITS } from './precision-limits.ts';
import type { PrecisionReport, Stretch } from './precision-report.ts';
import { readActive } from './read-active.ts';
import { readPatterns } from './read-patterns.ts';

/** What a report is about. */
export interface PrecisionWish {
  readonly tenant: string;
  /** How far to look back. */
  readonly days: number;
  /** At most `days`, which are at most `PRECISION_LIMITS.windows` of them. */
  readonly windowDays: number;
  /** How many entries each list has at most. */
  readonly top: number;
  /** Names, with their versions, of the rules that the desk finds with, besides those that a tenant has learned. */
  readonly own: ReadonlySet<string>;
}

const DAY_MS = 86_400_000;

// Verdicts that stand; those of a rejected article are none. An article counts once in each group, however many of its rows are in it. A group
// without a rule or a source is told from one whose source is empty by `grouping`.
const COUNT = `WITH newest AS (
    SELECT rule, source, article_id, revision, verdict, spans, decided_at FROM copydesk.span_verdicts
     WHERE tenant = $1 AND replaced_by IS NULL AND decided_at > $2 AND decided_at <= $3
     ORDER BY decided_at DESC LIMIT $5
  ), aged AS (
    SELECT *, floor(extract(epoch FROM $3::timestamptz - decided_at) / $4)::integer AS age FROM newest
  ), counted AS (
    SELECT grouping(rule, source) AS which, rule, source, age,
           coalesce(sum(spans) FILTER (WHERE verdict = 'removed'), 0)::integer AS removed,
           coalesce(sum(spans) FILTER (WHERE verdict = 'kept'), 0)::integer AS kept,
           coalesce(sum(spans) FILTER (WHERE verdict = 'restored'), 0)::integer AS restored,
           count(DISTINCT (article_id, revision))::integer AS decisions,
           (count(DISTINCT (article_id, revision)) FILTER (WHERE verdict = 'restored'))::integer AS restored_in
      FROM aged GROUP BY GROUPING SETS ((age), (rule, age), (source, age), (rule, source, age))
  ), summed AS (
    SELECT *, sum(restored_in) OVER same AS all_restored, sum(decisions) OVER same AS all_decisions
      FROM counted WINDOW same AS (PARTITION BY which, rule, source)
  ), ranked AS (
    SELECT *, dense_rank() OVER (PARTITION BY which ORDER BY all_restored DESC, all_decisions DESC, rule, source)::integer AS rank FROM summed
  ), numbered AS (
    SELECT *, max(rank) OVER (PARTITION BY which) AS groups FROM ranked
  )
  SELECT rule, source, age, removed, kept, restored, decisions, restored_in AS "restoredIn", which, groups FROM numbered WHERE rank <= $6`;

const IS_MORE = `SELECT FROM copydesk.span_verdicts
  WHERE tenant = $1 AND replaced_by IS NULL AND decided_at > $2 AND decided_at <= $3
  ORDER BY decided_at DESC OFFSET $4 LIMIT 1`;

interface Row extends CountedWindow {
  /** Which of rule and source it is not about, as PostgreSQL counts: 1 without a source, 2 without a rule, 3 without both. */
  readonly which: number;
  readonly groups: number;
}

function toCounted(rows: readonly Row[]): Counted {
  const groupsOf = (wanted: number): number => rows.find(({ which }) => which === wanted)?.groups ?? 0;
  return {
    counts: rows.map(({ which: _, groups: __, ...count }) => count),
    groups: { rules: groupsOf(1), sources: groupsOf(2), pairs: groupsOf(0) },
  };
}

/** The windows of a stretch, the oldest first, counted back from its end. */
function listWindows(from: number, until: number, windowDays: number): readonly Stretch[] {
  const length = windowDays * DAY_MS;
  const count = Math.ceil((until - from) / length);
  return Array.from({ length: count }, (_, index) => {
    const end = until - (count - 1 - index) * length;
    return { from: new Date(Math.max(from, end - length)).toISOString(), until: new Date(end).toISOString() };
  });
}

/** What is found in articles of sources, and of which that changed. */
async function readChangedPatterns(
  session: SqlSession,
  { tenant, windowDays, top }: PrecisionWish,
  { from, until, windows }: { readonly from: Date; readonly until: Date; readonly windows: number },
): Promise<PrecisionReport['patterns']> {
  const windowSeconds = (windowDays * DAY_MS) / 1000;
  const { counts, ...read } = await readPatterns(session, { tenant, from, until, windowSeconds, windows });
  const { compared, changed } = judgePatterns(counts, windows);
  const entries = changed.slice(0, top);
  return { ...read, compared, entries, more: changed.length - entries.length };
}

/** Reads the live precision of a tenant's rules and sources up to now, in four statements of bounded work. */
export async function readPrecision(
  session: SqlSession,
  wish: PrecisionWish,
  now: Date,
  mostVerdicts: number = PRECISION_LIMITS.verdicts,
): Promise<PrecisionReport> {
  const { tenant, days, windowDays, top, own } = wish;
  const until = now.getTime();
  const from = until - days * DAY_MS;
  const stretch = [tenant, new Date(from), now] as const;
  const { rows } = await session.query<Row>(COUNT, [
    ...stretch,
    (windowDays * DAY_MS) / 1000,
    mostVerdicts,
    PRECISION_LIMITS.groups,
  ]);
  const { rows: more } = await session.query(IS_MORE, [...stretch, mostVerdicts]);
  const windows = listWindows(from, until, windowDays);
  const isActive = await readActive(session, tenant, own);
  const patterns = await readChangedPatterns(session, wish, { from: new Date(from), until: now, windows: windows.length });
  return {
    ...{ tenant, from: new Date(from).toISOString(), until: now.toISOString(), windowDays, windows, isCut: more.length > 0 },
    ...judgePrecision(toCounted(rows), windows.length, top, isActive),
    patterns,
  };
}
