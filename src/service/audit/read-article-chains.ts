import type { SqlSession } from '../store/sql-pool.ts';
import type { ChainLine, EventLine } from './audit-line.ts';
import { type AuditWindow, type FoundChain, listChains } from './list-chains.ts';
import { BATCH, type EventRow, toAfter, toEnd, toEventLine } from './to-event-line.ts';

interface ArticleEventRow extends EventRow {
  readonly article: string;
  readonly revision: number;
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
