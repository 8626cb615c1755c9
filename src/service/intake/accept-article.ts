import { createHash } from 'node:crypto';
import type { Article } from '../../moderation/model/article.ts';
import { articleSchema, MAX_REVISION } from '../../schema/article-schema.ts';
import { findExcess } from '../../schema/find-excess.ts';
import { appendEvents } from '../store/append-events.ts';
import type { ArticleKey } from '../store/article-key.ts';
import { inTransaction } from '../store/in-transaction.ts';
import { insertArticle } from '../store/insert-article.ts';
import { readArticle } from '../store/read-article.ts';
import { readLatest } from '../store/read-latest.ts';
import type { SqlPool, SqlSession } from '../store/sql-pool.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { aboutArticle } from '../telemetry/about-article.ts';
import type { Log } from '../telemetry/open-log.ts';
import { startSpan } from '../telemetry/trace.ts';
import { RefusedError } from './refused-error.ts';

/** `isNew` is false when the very same article was accepted before: nothing has changed then. */
export interface Accepted {
  readonly article: StoredArticle;
  readonly isNew: boolean;
}

interface Submission {
  readonly article: Article;
  readonly tenant: string;
  /** The article as JSON text without its revision: what makes two submissions the same. */
  readonly input: string;
  readonly sha256: string;
}

/** An object and those in it with their fields in one order, whatever order they came in. */
function sortFields(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function toSubmission(article: Article, tenant: string): Submission {
  const { revision: _, ...content } = article;
  const input = JSON.stringify(content, sortFields);
  return { article, tenant, input, sha256: createHash('sha256').update(input).digest('hex') };
}

/** PostgreSQL's text holds neither NUL nor half a surrogate pair, and an id has to be readable in a log. */
const CONTROL = /\p{Cc}/u;

/** Throws `RefusedError` for what `articleSchema` does not allow, and for what can be neither stored nor read. */
function refuseUnusable(article: Article): void {
  if (CONTROL.test(article.id) || !article.id.isWellFormed()) {
    throw new RefusedError(
      'bad_id',
      'the id holds a control character or half a surrogate pair; use letters, digits and punctuation',
    );
  }
  const checked = articleSchema.safeParse(article);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw new RefusedError('bad_article', `${issue?.path.join('.') || 'the article'}: ${issue?.message ?? 'is not usable'}`);
  }
  const excess = findExcess(article);
  if (excess) throw new RefusedError(excess.code, `the article ${excess.message}`);
}

/** One submission of an article id at a time, so that two at once cannot both become the next revision. */
async function lockId(session: SqlSession, submission: Submission): Promise<void> {
  const id = JSON.stringify([submission.tenant, submission.article.id]);
  await session.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [id]);
}

function sameOrRefuse(known: StoredArticle, submission: Submission): Accepted {
  if (known.inputSha256 === submission.sha256) return { article: known, isNew: false };
  throw new RefusedError(
    'revision_conflict',
    `revision ${known.key.revision} of this article was received with other content; send the next revision number, or none`,
  );
}

async function insertNext(session: SqlSession, submission: Submission, latest: StoredArticle | undefined, now: Date) {
  const { article, tenant, input, sha256 } = submission;
  const key: ArticleKey = { tenant, articleId: article.id, revision: article.revision ?? (latest?.key.revision ?? 0) + 1 };
  if (key.revision > MAX_REVISION)
    throw new RefusedError('revision_limit', 'this article has the last revision there can be; send it under another id');
  const { traceId } = startSpan();
  if (latest && latest.key.revision < key.revision) {
    await appendEvents(session, latest, [{ name: 'article.superseded', data: { by: key.revision } }], now);
  }
  return insertArticle(session, { key, input, inputSha256: sha256, traceId }, now);
}

async function accept(session: SqlSession, submission: Submission, now: Date): Promise<Accepted & { latest?: StoredArticle }> {
  const { article, tenant, sha256 } = submission;
  await lockId(session, submission);
  const latest = await readLatest(session, tenant, article.id);
  if (article.revision === undefined && latest?.inputSha256 === sha256) return { article: latest, isNew: false };
  if (article.revision !== undefined) {
    const known = await readArticle(session, { tenant, articleId: article.id, revision: article.revision });
    if (known) return sameOrRefuse(known, submission);
  }
  const stored = await insertNext(session, submission, latest, now);
  return latest ? { article: stored, isNew: true, latest } : { article: stored, isNew: true };
}

function logAccepted(log: Log, article: Article, { article: stored, latest }: Awaited<ReturnType<typeof accept>>): void {
  const { key, traceId, state } = stored;
  const trace = startSpan(traceId);
  log('article.received', { ...aboutArticle(key, state.attempt), characters: article.text.length }, trace);
  if (!latest) return;
  const by = key.revision;
  log('article.superseded', { ...aboutArticle(latest.key, latest.state.attempt), by }, startSpan(latest.traceId));
}

/** The refusal leaves its code in the log; what was refused is nobody's article yet, and its id may be anything. */
function logRefused(log: Log, error: unknown, tenant: string): void {
  if (error instanceof RefusedError) log('article.refused', { tenant, code: error.code }, startSpan());
}

/**
 * Takes an article in: when this resolves, the article, its first event and its outbox row are committed, and the article
 * cannot be lost. The same article again changes nothing; other content under the same id is the next revision. Throws `RefusedError`.
 */
export async function acceptArticle(pool: SqlPool, log: Log, article: Article, tenant = 'default'): Promise<Accepted> {
  try {
    refuseUnusable(article);
    const submission = toSubmission(article, tenant);
    const outcome = await inTransaction(pool, (session) => accept(session, submission, new Date()));
    if (outcome.isNew) logAccepted(log, article, outcome);
    return { article: outcome.article, isNew: outcome.isNew };
  } catch (error) {
    logRefused(log, error, tenant);
    throw error;
  }
}
