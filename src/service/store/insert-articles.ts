import type { Article } from '../../moderation/model/article.ts';
import type { ArticleKey } from './article-key.ts';
import { articleStatus } from './article-status.ts';
import { hashEvent } from './hash-event.ts';
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

/** One statement for row, first event and outbox row, so that taking an article in costs one way to the database. */
const INSERT = `WITH n AS MATERIALIZED (
    SELECT * FROM json_to_recordset($1::json) AS n(tenant text, article_id text, revision integer, external_id text, source text,
      title text, format text, characters integer, search text, input text, input_sha256 text, trace_id text, processing text,
      review text, delivery text, attempt integer, version integer, status text, head text, name text, data jsonb)
  ), stored AS (
    INSERT INTO copydesk.articles (tenant, article_id, revision, external_id, source, title, format, characters, search, input,
      input_sha256, trace_id, received_at, changed_at, processing, review, delivery, attempt, version, status, head)
    SELECT tenant, article_id, revision, external_id, source, title, format, characters, to_tsvector('simple', search), input,
      input_sha256, trace_id, $2, $2, processing, review, delivery, attempt, version, status, head FROM n
  ), told AS (
    INSERT INTO copydesk.events (tenant, article_id, revision, number, name, time, data, hash)
    SELECT tenant, article_id, revision, version, name, $2, data, head FROM n
  ), waiting AS (
    INSERT INTO copydesk.outbox (tenant, article_id, revision, created_at) SELECT tenant, article_id, revision, $2 FROM n
  )
  SELECT pg_notify('copydesk_outbox', '')`;

interface Inserted {
  readonly stored: StoredArticle;
  readonly row: object;
}

function toInserted({ key, article, input, inputSha256, traceId }: NewArticle, now: Date): Inserted {
  const event = { name: 'article.received', data: { sha256: inputSha256 } } as const;
  const state = reduce(undefined, event);
  const head = hashEvent('', key, { event, number: state.version, time: now });
  const source = toSqlText(article.source ?? '');
  const row = {
    ...{ tenant: key.tenant, article_id: key.articleId, revision: key.revision, external_id: article.id, source },
    ...{ title: toSqlText(article.title ?? ''), format: article.format ?? 'text', characters: article.text.length },
    ...{ search: searchWords(article), input, input_sha256: inputSha256, trace_id: traceId },
    ...{ ...state, status: articleStatus(state), head, ...event },
  };
  return { stored: { key, source, externalId: article.id, state, inputSha256, traceId, jobId: null, head }, row };
}

/** Inserts articles, each with its first event and its outbox row. Belongs in one transaction. */
export async function insertArticles(
  session: SqlSession,
  articles: readonly NewArticle[],
  now: Date,
): Promise<readonly StoredArticle[]> {
  if (articles.length === 0) return [];
  const inserted = articles.map((article) => toInserted(article, now));
  await session.query(INSERT, [JSON.stringify(inserted.map(({ row }) => row)), now]);
  return inserted.map(({ stored }) => stored);
}
