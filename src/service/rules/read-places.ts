import type { Article } from '../../moderation/model/article.ts';
import type { SqlSession } from '../store/sql-pool.ts';
import type { ArticlePlace } from './backtest-report.ts';

/** A place with the words around it, read now. */
export interface ShownPlace<Place extends ArticlePlace> {
  readonly place: Place;
  readonly title: string;
  /** Null when the content of the article is gone. */
  readonly snippet: { readonly before: string; readonly text: string; readonly after: string } | null;
}

/** UTF-16 code units that are shown of a place, and beside it. */
const MOST_TEXT = 600;
const AROUND = 80;

interface Row {
  readonly article_id: string;
  readonly revision: number;
  readonly title: string;
  readonly input: string | null;
}

/** Never half a surrogate pair. */
function cut(text: string, start: number, end: number): string {
  return text.slice(Math.max(0, start), Math.max(0, end)).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/gu, '');
}

function toSnippet(text: string, { start, end }: ArticlePlace) {
  const last = Math.min(end, start + MOST_TEXT);
  return { before: cut(text, start - AROUND, start), text: cut(text, start, last), after: cut(text, last, last + AROUND) };
}

const READ = `SELECT article_id, revision, title, CASE WHEN NOT purged THEN input END AS input FROM copydesk.articles
  WHERE tenant = $1 AND (article_id, revision) IN (SELECT p.id, p.revision FROM jsonb_to_recordset($2::jsonb) AS p(id text, revision integer))`;

/** Places of a tenant's articles with their texts, in the same order. */
export async function readPlaces<Place extends ArticlePlace>(
  session: SqlSession,
  tenant: string,
  places: readonly Place[],
): Promise<readonly ShownPlace<Place>[]> {
  if (places.length === 0) return [];
  const names = places.map(({ articleId: id, revision }) => ({ id, revision }));
  const { rows } = await session.query<Row>(READ, [tenant, JSON.stringify(names)]);
  const texts = new Map(
    rows.map(({ article_id: id, revision, title, input }) => {
      // Written by `insertArticles` from a checked article.
      const text = input === null ? undefined : (JSON.parse(input) as Article).text;
      return [`${id} ${revision}`, { title, text }];
    }),
  );
  return places.map((place) => {
    const { title = '', text } = texts.get(`${place.articleId} ${place.revision}`) ?? {};
    return { place, title, snippet: text === undefined ? null : toSnippet(text, place) };
  });
}
