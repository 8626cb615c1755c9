import type { ArticleKey } from './article-key.ts';
import type { ArticleState } from './article-state.ts';
import type { SqlSession } from './sql-pool.ts';
import type { StoredArticle } from './stored-article.ts';

/** Columns of `copydesk.articles` that make a `StoredArticle`. */
export const ARTICLE_COLUMNS =
  'tenant, article_id, revision, source, external_id, input_sha256, trace_id, job_id, head, processing, review, delivery, claimant, fence, decision, superseded, purged, attempt, unended, run, version';

/** The same of the table that a statement calls `name`. */
export const articleColumnsOf = (name: string): string => ARTICLE_COLUMNS.replaceAll(/\w+/gu, `${name}.$&`);

export interface ArticleRow extends ArticleState {
  readonly tenant: string;
  readonly article_id: string;
  readonly revision: number;
  readonly source: string;
  readonly external_id: string;
  readonly input_sha256: string;
  readonly trace_id: string;
  readonly job_id: string | null;
  readonly head: string;
}

export function toStoredArticle(row: ArticleRow): StoredArticle {
  const { processing, review, delivery, claimant, fence, decision, superseded, purged, attempt, unended, run, version } = row;
  return {
    key: { tenant: row.tenant, articleId: row.article_id, revision: row.revision },
    source: row.source,
    externalId: row.external_id,
    state: { processing, review, delivery, claimant, fence, decision, superseded, purged, attempt, unended, run, version },
    inputSha256: row.input_sha256,
    traceId: row.trace_id,
    jobId: row.job_id,
    head: row.head,
  };
}

/** The article's row, or `undefined`. With `lock` the row is held until the transaction ends. */
export async function readArticle(session: SqlSession, key: ArticleKey, lock = false): Promise<StoredArticle | undefined> {
  const { rows } = await session.query<ArticleRow>(
    `SELECT ${ARTICLE_COLUMNS} FROM copydesk.articles
      WHERE tenant = $1 AND article_id = $2 AND revision = $3 ${lock ? 'FOR UPDATE' : ''}`,
    [key.tenant, key.articleId, key.revision],
  );
  return rows[0] && toStoredArticle(rows[0]);
}
