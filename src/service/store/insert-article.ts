import type { ArticleKey } from './article-key.ts';
import { insertOutbox } from './outbox.ts';
import { reduce } from './reduce.ts';
import type { SqlSession } from './sql-pool.ts';
import type { StoredArticle } from './stored-article.ts';

export interface NewArticle {
  readonly key: ArticleKey;
  /** The article as JSON text. */
  readonly input: string;
  readonly inputSha256: string;
  readonly traceId: string;
}

/** Inserts the row with its first event and its outbox row. Belongs in one transaction. */
export async function insertArticle(session: SqlSession, article: NewArticle, now: Date): Promise<StoredArticle> {
  const { key, inputSha256, traceId } = article;
  const event = { name: 'article.received', data: { sha256: inputSha256 } } as const;
  const state = reduce(undefined, event);
  const id = [key.tenant, key.articleId, key.revision];
  await session.query(
    `INSERT INTO copydesk.articles (tenant, article_id, revision, input, input_sha256, trace_id, received_at, changed_at,
       processing, review, delivery, attempt, version)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, $11, $12)`,
    [
      ...id,
      article.input,
      inputSha256,
      traceId,
      now,
      state.processing,
      state.review,
      state.delivery,
      state.attempt,
      state.version,
    ],
  );
  await session.query(
    `INSERT INTO copydesk.events (tenant, article_id, revision, number, name, time, data) VALUES ($1, $2, $3, 1, $4, $5, $6)`,
    [...id, event.name, now, JSON.stringify(event.data)],
  );
  await insertOutbox(session, key, now);
  return { key, state, inputSha256, traceId, jobId: null };
}
