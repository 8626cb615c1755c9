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
  await session.query('SELECT copydesk.insert_articles($1, $2)', [JSON.stringify(inserted.map(({ row }) => row)), now]);
  return inserted.map(({ stored }) => stored);
}

/** Articles that are about to be inserted. */
export interface Prepared {
  /** As they will stand in the store. */
  readonly stored: readonly StoredArticle[];
  /** What submissions of the same article wait for each other by. */
  readonly names: readonly string[];
  readonly rows: readonly object[];
  readonly now: Date;
}

/** Folds the first event of each, without the store. `names`: see `Prepared`. */
export function prepareArticles(names: readonly string[], articles: readonly NewArticle[], now: Date): Prepared {
  const inserted = articles.map((article) => toInserted(article, now));
  return { stored: inserted.map(({ stored }) => stored), names, rows: inserted.map(({ row }) => row), now };
}

/** The last arguments of `insert_unknown` and `insert_once`. */
export function toArguments({ stored, names, rows, now }: Prepared): readonly unknown[] {
  return [
    names,
    stored.map(({ key }) => key.tenant),
    stored.map(({ source }) => source),
    stored.map(({ externalId }) => externalId),
    JSON.stringify(rows),
    now,
  ];
}

const INSERT_UNKNOWN = 'SELECT copydesk.insert_unknown($1, $2, $3, $4, $5, $6) AS are_unknown';

/**
 * Inserts articles of different names when nobody has sent any of them before, else nothing: then it resolves to false. One
 * statement, which needs no transaction around it.
 */
export async function insertUnknown(session: SqlSession, prepared: Prepared): Promise<boolean> {
  const { rows } = await session.query<{ are_unknown: boolean }>(INSERT_UNKNOWN, toArguments(prepared));
  return rows[0]?.are_unknown ?? false;
}
