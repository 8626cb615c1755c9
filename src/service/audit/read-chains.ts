import type { SqlSession } from '../store/sql-pool.ts';
import type { ChainLine, EventLine } from './audit-line.ts';
import { type AuditWindow, type FoundChain, listChains } from './list-chains.ts';

/** Events in memory at a time. */
export const BATCH = 1000;

export interface EventRow {
  readonly number: number;
  readonly name: string;
  readonly time: Date;
  readonly data: Readonly<Record<string, unknown>>;
  readonly hash: string | null;
}

interface ArticleEventRow extends EventRow {
  readonly article: string;
  readonly revision: number;
}

export function toEventLine({ number, name, time, data, hash }: EventRow): EventLine {
  return { type: 'event', number, time: time.toISOString(), name, data, hash: hash ?? '' };
}

export function toEnd({ number, hash, time }: FoundChain['end']): ChainLine['end'] {
  return { number, hash, time: time?.toISOString() ?? null };
}

/** The event before the first one that is told; without a time when it is gone. */
export function toAfter(first: number, hash: string | null, time: Date | null): ChainLine['after'] {
  return { number: first - 1, hash: hash ?? '', time: time?.toISOString() ?? null };
}

function toChainLine({ article, revision, first, before, before_time, end }: FoundChain): ChainLine {
  return {
    type: 'chain',
    kind: 'article',
    article,
    revision,
    after: toAfter(first ?? 1, before, before_time),
    end: toEnd(end),
  };
}

const SQL = `SELECT e.article_id AS article, e.revision, e.number, e.name, e.time, e.data, e.hash
    FROM unnest($2::text[], $3::integer[], $4::integer[], $5::integer[]) AS c (article, revision, first, last)
    JOIN copydesk.events e ON e.tenant = $1 AND e.article_id = c.article AND e.revision = c.revision AND e.number BETWEEN c.first AND c.last
   WHERE (e.article_id, e.revision, e.number) > ($6, $7::integer, $8::integer)
   ORDER BY e.article_id, e.revision, e.number LIMIT ${BATCH}`;

async function* readEvents(
  session: SqlSession,
  tenant: string,
  chains: readonly FoundChain[],
): AsyncGenerator<readonly ArticleEventRow[]> {
  const columns = (['article', 'revision', 'first', 'last'] as const).map((name) => chains.map((chain) => chain[name]));
  let after: readonly [string, number, number] = ['', 0, 0];
  for (;;) {
    const { rows } = await session.query<ArticleEventRow>(SQL, [tenant, ...columns, ...after]);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = [last.article, last.revision, last.number];
  }
}

/** The lines of the chains of articles, a batch at a time. */
export async function* readArticleChains(
  session: SqlSession,
  window: AuditWindow,
): AsyncGenerator<readonly (ChainLine | EventLine)[]> {
  for await (const chains of listChains(session, window)) {
    const gone = chains.filter(({ first }) => first === null);
    if (gone.length > 0) yield gone.map(toChainLine);
    if (gone.length === chains.length) continue;
    const heads = new Map(chains.map((chain) => [`${chain.article} ${chain.revision}`, toChainLine(chain)]));
    let current = '';
    for await (const rows of readEvents(session, window.tenant, chains)) {
      const lines: (ChainLine | EventLine)[] = [];
      for (const row of rows) {
        const key = `${row.article} ${row.revision}`;
        const head = heads.get(key);
        if (key !== current && head) lines.push(head);
        current = key;
        lines.push(toEventLine(row));
      }
      yield lines;
    }
  }
}

interface DeskChainRow {
  readonly first: number;
  readonly last: number;
  readonly before: string | null;
  readonly before_time: Date | null;
  readonly end_number: number;
  readonly end_hash: string;
  readonly end_time: Date | null;
}

// When the last event is gone, that is told whatever the window is.
const DESK_SQL = `SELECT CASE WHEN w.last > 0 THEN w.first ELSE 1 END AS first, coalesce(w.last, 0) AS last, b.hash AS before, b.time AS before_time,
         c.number AS end_number, c.head AS end_hash, e.time AS end_time
    FROM copydesk.desk_chains c
    CROSS JOIN LATERAL (SELECT min(number) AS first, max(number) FILTER (WHERE time < $3) AS last FROM copydesk.desk_events w
      WHERE w.tenant = c.tenant AND w.time >= $2) w
    LEFT JOIN copydesk.desk_events b ON b.tenant = c.tenant AND w.last > 0 AND b.number = w.first - 1
    LEFT JOIN copydesk.desk_events e ON e.tenant = c.tenant AND e.number = c.number
   WHERE c.tenant = $1 AND c.number > 0 AND (w.last IS NOT NULL OR e.time IS NULL)`;

/** The lines of the chain of a tenant's desk, or, for '', of what belongs to none. */
export async function* readDeskChain(
  session: SqlSession,
  { tenant, since, until }: AuditWindow,
): AsyncGenerator<readonly (ChainLine | EventLine)[]> {
  const [found] = (await session.query<DeskChainRow>(DESK_SQL, [tenant, since, until])).rows;
  if (!found) return;
  const end = toEnd({ number: found.end_number, hash: found.end_hash, time: found.end_time });
  yield [{ type: 'chain', kind: 'desk', tenant, after: toAfter(found.first, found.before, found.before_time), end }];
  for (let next = found.first; next <= found.last; next += BATCH) {
    const { rows } = await session.query<EventRow>(
      'SELECT number, name, time, data, hash FROM copydesk.desk_events WHERE tenant = $1 AND number BETWEEN $2 AND $3 ORDER BY number',
      [tenant, next, Math.min(found.last, next + BATCH - 1)],
    );
    yield rows.map(toEventLine);
  }
}
