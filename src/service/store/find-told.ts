import { type ArticleRow, articleColumnsOf, toStoredArticle } from './read-article.ts';
import type { SqlSession } from './sql-pool.ts';
import type { StoredArticle } from './stored-article.ts';

/** An article that should be on the queue, with the id of its outbox row. */
export interface Told {
  readonly id: string;
  readonly article: StoredArticle;
}

/**
 * A page of the articles that the queue was told about more than `graceSeconds` ago, by ascending id of their rows. A row that was told
 * in the future is of a clock that has gone back since.
 */
export async function findTold(
  session: SqlSession,
  graceSeconds: number,
  afterId: string,
  limit: number,
): Promise<readonly Told[]> {
  const { rows } = await session.query<ArticleRow & { readonly id: string }>(
    `SELECT o.id, ${articleColumnsOf('a')} FROM copydesk.outbox o
       JOIN copydesk.articles a ON a.tenant = o.tenant AND a.article_id = o.article_id AND a.revision = o.revision
      WHERE o.told_at IS NOT NULL AND o.told_at NOT BETWEEN now() - make_interval(secs => $1) AND now() AND o.id > $2
      ORDER BY o.id LIMIT $3`,
    [graceSeconds, afterId, limit],
  );
  return rows.map((row) => ({ id: row.id, article: toStoredArticle(row) }));
}

/** Those of the articles that nothing has happened to since they were read; their rows are held until the transaction ends. */
export async function holdUnchanged(session: SqlSession, told: readonly Told[]): Promise<readonly Told[]> {
  const wanted = told.map(({ id, article }) => ({ id, version: article.state.version }));
  const { rows } = await session.query<{ readonly id: string }>(
    `SELECT o.id FROM jsonb_to_recordset($1::jsonb) AS w(id bigint, version integer)
       JOIN copydesk.outbox o ON o.id = w.id AND o.told_at IS NOT NULL
       JOIN copydesk.articles a ON a.tenant = o.tenant AND a.article_id = o.article_id AND a.revision = o.revision AND a.version = w.version
        FOR UPDATE OF a SKIP LOCKED`,
    [JSON.stringify(wanted)],
  );
  const held = new Set(rows.map(({ id }) => id));
  return told.filter(({ id }) => held.has(id));
}
