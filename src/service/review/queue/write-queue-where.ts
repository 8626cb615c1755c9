import type { SqlSession } from '../../store/sql-pool.ts';
import { toSqlText } from '../../store/to-sql-text.ts';
import type { QueueFilter, QueueState } from './queue-filter.ts';

/** Conditions of a statement over `QUEUE_FROM`, with its parameters so far. */
export interface QueueWhere {
  readonly text: string;
  readonly params: readonly unknown[];
}

/** Articles `a`, each with the lease `l` of its claim while that lasts. */
export const QUEUE_FROM = `copydesk.articles a LEFT JOIN copydesk.leases l ON l.tenant = a.tenant AND l.article_id = a.article_id
   AND l.revision = a.revision AND l.person = a.claimant AND l.fence = a.fence AND l.until > now()`;

const STATES: Readonly<Record<QueueState, string>> = {
  desk: "a.status = 'flagged'",
  flagged: "a.status = 'flagged' AND a.review = 'flagged'",
  escalated: "a.status = 'flagged' AND a.review = 'escalated'",
  appealed: "a.status = 'flagged' AND a.review = 'appealed'",
  decided: "a.review = 'decided'",
  all: 'true',
};

function whose(assignee: string | undefined, person: string): readonly [string, unknown] {
  if (assignee === 'none') return ['l.person IS NULL', undefined];
  return ['l.person = ?', assignee === 'me' ? person : assignee];
}

/** The marks name all articles that have or had it, where they stand; the row says whether it has. `$1` is the tenant. */
function marked(
  column: 'kinds' | 'rules',
  value: string | undefined,
  hasMarks: boolean,
): readonly (readonly [string, unknown])[] {
  const mark = value === undefined ? undefined : `${column === 'kinds' ? 'k' : 'r'}:${value}`;
  const ofRow = [`a.${column} @> ARRAY[?::text]`, value] as const;
  if (!hasMarks) return [ofRow];
  return [ofRow, ['a.seq IN (SELECT m.seq FROM copydesk.marks m WHERE m.tenant = $1 AND m.mark = ?::text)', mark]];
}

/** Whether no article of a tenant waits for its marks, which `fillResults` writes. */
async function readHasMarks(session: SqlSession, tenant: string): Promise<boolean> {
  const { rows } = await session.query(
    `SELECT FROM copydesk.articles WHERE tenant = $1 AND processing = 'cleaned' AND NOT purged AND NOT marked LIMIT 1`,
    [tenant],
  );
  return rows.length === 0;
}

/** Conditions, that of the tenant first; `?` stands for the parameter. */
function conditions(
  tenant: string,
  person: string,
  filter: QueueFilter,
  hasMarks: boolean,
): readonly (readonly [string, unknown])[] {
  const { source, kind, rule, minScore, maxScore, minAgeSeconds, assignee, q } = filter;
  const optional: readonly (readonly [string, unknown])[] = [
    ['a.source = ?', source === undefined ? undefined : toSqlText(source)],
    ...marked('kinds', kind, hasMarks),
    ...marked('rules', rule === undefined ? undefined : toSqlText(rule), hasMarks),
    ['a.score >= ?::numeric', minScore],
    ['a.score <= ?::numeric', maxScore],
    ["coalesce(a.flagged_at, a.received_at) <= now() - ?::float8 * interval '1 second'", minAgeSeconds],
    ["a.search @@ websearch_to_tsquery('simple', ?)", q === undefined ? undefined : toSqlText(q)],
  ];
  return [
    ['a.tenant = ?', tenant],
    [STATES[filter.state], undefined],
    ...(assignee === undefined ? [] : [whose(assignee, person)]),
    ...optional.filter(([, value]) => value !== undefined),
  ];
}

/** The conditions of a filter on the articles of a tenant. `person`: whose id `me` stands for. */
export async function writeQueueWhere(
  session: SqlSession,
  tenant: string,
  person: string,
  filter: QueueFilter,
): Promise<QueueWhere> {
  const isByMark = filter.kind !== undefined || filter.rule !== undefined;
  const hasMarks = isByMark && (await readHasMarks(session, tenant));
  const params: unknown[] = [];
  const texts = conditions(tenant, person, filter, hasMarks).map(([text, value]) =>
    value === undefined ? text : text.replace('?', () => `$${params.push(value)}`),
  );
  return { text: texts.join(' AND '), params };
}
