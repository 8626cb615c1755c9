import { ARTICLE_COLUMNS, type ArticleRow, toStoredArticle } from './read-article.ts';
import type { SqlSession } from './sql-pool.ts';
import type { StoredArticle } from './stored-article.ts';

/** What a publisher calls an article. */
export interface ExternalKey {
  readonly tenant: string;
  /** Empty when none was given. */
  readonly source: string;
  readonly externalId: string;
}

const SELECT = `SELECT w.place, a.* FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS w(tenant, source, external_id, place)
  CROSS JOIN LATERAL (SELECT ${ARTICLE_COLUMNS} FROM copydesk.articles n
    WHERE n.tenant = w.tenant AND n.source = w.source AND n.external_id = w.external_id
    ORDER BY n.revision DESC LIMIT 1 FOR UPDATE) AS a`;

/** The newest revision of each article, their rows held until the transaction ends; `undefined` where there is none. */
export async function readLatestOfAll(
  session: SqlSession,
  keys: readonly ExternalKey[],
): Promise<readonly (StoredArticle | undefined)[]> {
  const columns = [keys.map((key) => key.tenant), keys.map((key) => key.source), keys.map((key) => key.externalId)];
  const { rows } = await session.query<ArticleRow & { place: string }>(SELECT, columns);
  const found = new Map(rows.map((row) => [Number(row.place), toStoredArticle(row)]));
  return keys.map((_, index) => found.get(index + 1));
}
