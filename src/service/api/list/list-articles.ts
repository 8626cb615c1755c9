import type { z } from 'zod';
import type { Records } from '../../delivery/release-held.ts';
import type { Viewer } from '../../delivery/viewer.ts';
import { type ArticleRow, toArticleRow } from '../article-row.ts';
import type { articleListShape, ListQuery } from '../shapes/list-shape.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { readHidden } from './read-hidden.ts';
import { writeListQuery } from './write-list-query.ts';

/** A page of a tenant's articles, as the viewer may see them. Throws `ProblemError` for a cursor that is none of these filters. */
export async function listArticles(
  { pool, log }: Records,
  tenant: string,
  query: ListQuery,
  viewer: Viewer,
): Promise<z.infer<typeof articleListShape>> {
  const { cursor, limit, ...filters } = query;
  const after = cursor === undefined ? undefined : readCursor(cursor, filters);
  const { text, params } = writeListQuery(tenant, query, after, await readHidden({ pool, log }, tenant, viewer));
  const { rows } = await pool.query<ArticleRow & { readonly seq: string; readonly received_exactly: string }>(text, params);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    articles: page.map(toArticleRow),
    next: last ? writeCursor({ receivedAt: last.received_exactly, seq: last.seq }, filters) : null,
  };
}
