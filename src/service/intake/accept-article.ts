import { createHash, randomBytes } from 'node:crypto';
import type { Article } from '../../moderation/model/article.ts';
import { articleSchema, MAX_REVISION } from '../../schema/article-schema.ts';
import { findExcess } from '../../schema/find-excess.ts';
import { cancelDeliveries } from '../delivery/cancel-deliveries.ts';
import { appendEvents } from '../store/append-events.ts';
import type { ArticleKey } from '../store/article-key.ts';
import { canonicalJson } from '../store/canonical-json.ts';
import { inTransaction } from '../store/in-transaction.ts';
import { insertArticle } from '../store/insert-article.ts';
import { readArticle } from '../store/read-article.ts';
import { type ExternalKey, readLatest } from '../store/read-latest.ts';
import type { SqlPool, SqlSession } from '../store/sql-pool.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { toSqlText } from '../store/to-sql-text.ts';
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
  readonly external: ExternalKey;
  /** The article as JSON text without its revision: what makes two submissions the same. */
  readonly input: string;
  readonly sha256: string;
}

function toSubmission(article: Article, tenant: string): Submission {
  const { revision: _, ...content } = article;
  const input = canonicalJson(content);
  const external = { tenant, source: toSqlText(article.source ?? ''), externalId: article.id };
  return { article, external, input, sha256: createHash('sha256').update(input).digest('hex') };
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

/** One submission of an article at a time, so that two at once cannot both become the next revision. */
async function lockArticle(session: SqlSession, { external }: Submission): Promise<void> {
  const id = JSON.stringify([external.tenant, external.source, external.externalId]);
  await session.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [id]);
}

function sameOrRefuse(known: StoredArticle, submission: Submission): Accepted {
  if (known.inputSha256 === submission.sha256) return { article: known, isNew: false };
  throw new RefusedError(
    'revision_conflict',
    `revision ${known.key.revision} of this article was received with other content; send the next revision number, or none`,
  );
}

/** Ours: it stands in addresses, and says nothing of the publisher's. */
function createArticleId(): string {
  return `art_${randomBytes(12).toString('hex')}`;
}

function nextKey({ article, external }: Submission, latest: StoredArticle | undefined): ArticleKey {
  const revision = article.revision ?? (latest?.key.revision ?? 0) + 1;
  if (revision > MAX_REVISION)
    throw new RefusedError('revision_limit', 'this article has the last revision there can be; send it under another id');
  return { tenant: external.tenant, articleId: latest?.key.articleId ?? createArticleId(), revision };
}

async function insertNext(session: SqlSession, submission: Submission, latest: StoredArticle | undefined, now: Date) {
  const { article, input, sha256 } = submission;
  const key = nextKey(submission, latest);
  const { traceId } = startSpan();
  if (latest && latest.key.revision < key.revision && !latest.state.purged) {
    await appendEvents(session, latest, [{ name: 'article.superseded', data: { by: key.revision } }], now);
    await cancelDeliveries(session, latest.key);
  }
  return insertArticle(session, { key, article, input, inputSha256: sha256, traceId }, now);
}

async function accept(session: SqlSession, submission: Submission, now: Date): Promise<Accepted & { latest?: StoredArticle }> {
  const { article, external, sha256 } = submission;
  await lockArticle(session, submission);
  const latest = await readLatest(session, external);
  if (article.revision === undefined && latest?.inputSha256 === sha256) return { article: latest, isNew: false };
  if (latest && article.revision !== undefined) {
    const known = await readArticle(session, { ...latest.key, revision: article.revision });
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
 * cannot be lost. The same article again changes nothing; other content under the same source and id is the next
 * revision, which supersedes the one before it wherever that stands. Throws `RefusedError`.
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
