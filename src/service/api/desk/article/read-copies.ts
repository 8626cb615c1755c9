import type { ModeratedArticle } from '../../../../moderation/model/moderated-article.ts';
import { SHOWN_TITLE } from '../../../store/shown-title.ts';
import type { SqlSession } from '../../../store/sql-pool.ts';
import type { DeskArticleShape } from '../shapes/desk-article-shape.ts';

type Copies = DeskArticleShape['copies'];

interface Row {
  readonly id: string;
  readonly title: string;
  readonly source: string;
}

const MOST_COPIES = 50;

/** Ids of other articles of the desk, each with the findings that name it. */
function findNamed(json: string): ReadonlyMap<string, readonly string[]> {
  // Written by `moderate`.
  const { findings } = JSON.parse(json) as Pick<ModeratedArticle, 'findings'>;
  const named = new Map<string, string[]>();
  for (const { id, kind, evidence } of findings) {
    const article = evidence.article_id;
    if (kind !== 'cross_article_duplicate' || typeof article !== 'string') continue;
    named.set(article, [...(named.get(article) ?? []), id]);
  }
  return named;
}

/** Other articles of the tenant that the findings of a result name. `json` is the result. */
export async function readCopies(session: SqlSession, tenant: string, json: string): Promise<Copies> {
  const named = findNamed(json);
  if (named.size === 0) return [];
  const { rows } = await session.query<Row>(
    `SELECT DISTINCT ON (article_id) article_id AS id, ${SHOWN_TITLE}, source FROM copydesk.articles a
      WHERE tenant = $1 AND article_id = ANY($2) ORDER BY article_id, revision DESC LIMIT ${MOST_COPIES}`,
    [tenant, [...named.keys()]],
  );
  return rows.map(({ id, title, source }) => ({ id, title, source: source || null, findings: [...(named.get(id) ?? [])] }));
}
