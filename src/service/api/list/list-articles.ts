import type { z } from 'zod';
import type { SqlSession } from '../../store/sql-pool.ts';
import { type ArticleRow, toArticleRow } from '../article-row.ts';
import type { articleListShape, ListQuery } from '../shapes/list-shape.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { writeListQuery } from './write-list-query.ts';

/** A page of a tenant's articles. Throws `ProblemError` for a cursor that is none of these filters. */
export async function listArticles(
  session: SqlSession,
  tenant: string,
  query: ListQuery,
): Promise<z.infer<typeof articleListShape>> {
  const { cursor, limit, ...filters } = query;
  const after = cursor === undefined ? undefined : readCursor(cursor, filters);
  const { text, params } = writeListQuery(tenant, query, after);
  const { rows } = await session.query<ArticleRow & { readonly seq: string; readonly received_exactly: string }>(text, params);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    articles: page.map(toArticleRow),
    next: last ? writeCursor({ receivedAt: last.received_exactly, seq: last.seq }, filters) : null,
  };
}
