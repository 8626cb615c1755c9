import type { Article } from '../../moderation/model/article.ts';
import type { ArticleKey } from './article-key.ts';
import { articleStatus } from './article-status.ts';
import { hashEvent } from './hash-event.ts';
import { insertOutbox } from './outbox.ts';
import { reduce } from './reduce.ts';
import { searchWords } from './search-words.ts';
import type { SqlSession } from './sql-pool.ts';
import type { StoredArticle } from './stored-article.ts';
import { toSqlText } from './to-sql-text.ts';

export interface NewArticle {
  readonly key: ArticleKey;
  readonly article: Article;
  /** The article as JSON text. */
  readonly input: string;
  readonly inputSha256: string;
  readonly traceId: string;
}

const INSERT = `INSERT INTO copydesk.articles (tenant, article_id, revision, external_id, source, title, format, characters, search,
    input, input_sha256, trace_id, received_at, changed_at, processing, review, delivery, attempt, version, status, head)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, to_tsvector('simple', $9), $10, $11, $12, $13, $13, $14, $15, $16, $17, $18, $19, $20)`;

const INSERT_EVENT =
  'INSERT INTO copydesk.events (tenant, article_id, revision, number, name, time, data, hash) VALUES ($1, $2, $3, 1, $4, $5, $6, $7)';

/** Inserts the row with its first event and its outbox row. Belongs in one transaction. */
export async function insertArticle(session: SqlSession, submitted: NewArticle, now: Date): Promise<StoredArticle> {
  const { key, article, inputSha256, traceId } = submitted;
  const event = { name: 'article.received', data: { sha256: inputSha256 } } as const;
  const state = reduce(undefined, event);
  const head = hashEvent('', key, { event, number: 1, time: now });
  const id = [key.tenant, key.articleId, key.revision];
  const source = toSqlText(article.source ?? '');
  const about = [article.id, source, toSqlText(article.title ?? ''), article.format ?? 'text', article.text.length];
  const fold = [state.processing, state.review, state.delivery, state.attempt, state.version, articleStatus(state), head];
  const content = [searchWords(article), submitted.input, inputSha256, traceId, now];
  await session.query(INSERT, [...id, ...about, ...content, ...fold]);
  await session.query(INSERT_EVENT, [...id, event.name, now, JSON.stringify(event.data), head]);
  await insertOutbox(session, key, now);
  return { key, source, externalId: article.id, state, inputSha256, traceId, jobId: null, head };
}
