import { toSqlText } from '../../store/to-sql-text.ts';
import { ARTICLE_ROW_COLUMNS } from '../article-row.ts';
import type { ListQuery } from '../shapes/list-shape.ts';
import type { Place } from './cursor.ts';

/** A statement with its parameters. */
export interface SqlQuery {
  readonly text: string;
  readonly params: readonly unknown[];
}

const EXACTLY = `to_char(received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Conditions on `copydesk.articles`; `?` stands for the parameter. */
function listConditions(tenant: string, query: ListQuery, after: Place | undefined): readonly (readonly [string, unknown])[] {
  const { source, externalId, minScore, maxScore, since, until, q } = query;
  const conditions: readonly (readonly [string, unknown])[] = [
    ['tenant = ?', tenant],
    ['source = ?', source === undefined ? undefined : toSqlText(source)],
    ['external_id = ?', externalId === undefined ? undefined : toSqlText(externalId)],
    ['score >= ?::numeric', minScore],
    ['score <= ?::numeric', maxScore],
    ['received_at >= ?::timestamptz', since],
    ['received_at < ?::timestamptz', until],
    ["search @@ websearch_to_tsquery('simple', ?)", q === undefined ? undefined : toSqlText(q)],
    ['received_at <= ?::timestamptz', after?.receivedAt],
  ];
  return conditions.filter(([, value]) => value !== undefined);
}

/** A decided article that is hidden is one on the desk still. */
const writeHidden = (ids: string) => `(review = 'decided' AND article_id = ANY(${ids}::text[]))`;

/** The condition of a status; nothing is hidden from most of those who ask, and then an index has it. */
function writeStatus(status: string, isFlagged: boolean, hidden: string | undefined): string {
  if (hidden === undefined) return `status = ${status}`;
  return isFlagged ? `(status = ${status} OR ${hidden})` : `(status = ${status} AND NOT ${hidden})`;
}

function writeColumns(hidden: string | undefined): string {
  if (hidden === undefined) return ARTICLE_ROW_COLUMNS;
  const shown = (column: string, instead: string) => `CASE WHEN ${hidden} THEN ${instead} ELSE ${column} END AS ${column}`;
  return ARTICLE_ROW_COLUMNS.replace('status', shown('status', `'flagged'`)).replace(
    'changed_at',
    shown('changed_at', 'coalesce(flagged_at, received_at)'),
  );
}

/**
 * The statement of a page: newest first, one row more than asked for, which tells that there is a next page. `hiddenIds`: articles whose decision
 * is not to be seen.
 */
export function writeListQuery(
  tenant: string,
  query: ListQuery,
  after: Place | undefined,
  hiddenIds: readonly string[] = [],
): SqlQuery {
  const params: unknown[] = [];
  const add = (value: unknown) => `$${params.push(value)}`;
  const where = listConditions(tenant, query, after).map(([text, value]) => text.replace('?', () => add(value)));
  const hidden = hiddenIds.length === 0 ? undefined : writeHidden(add(hiddenIds));
  if (query.status !== undefined) where.push(writeStatus(add(query.status), query.status === 'flagged', hidden));
  if (after) where.push(`(received_at, seq) < (${add(after.receivedAt)}::timestamptz, ${add(after.seq)}::bigint)`);
  const text = `SELECT seq, ${EXACTLY} AS received_exactly, ${writeColumns(hidden)} FROM copydesk.articles WHERE ${where.join(' AND ')}
    ORDER BY received_at DESC, seq DESC LIMIT ${add(query.limit + 1)}`;
  return { text, params };
}
