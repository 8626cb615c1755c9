import { UnrecoverableError } from 'bullmq';
import type { JobData } from '../queue/moderation-job.ts';
import { appendEvents } from '../store/append-events.ts';
import type { ArticleEvent } from '../store/article-event.ts';
import { inTransaction } from '../store/in-transaction.ts';
import { insertResult } from '../store/insert-result.ts';
import { readArticle } from '../store/read-article.ts';
import { readInput } from '../store/read-input.ts';
import type { SqlPool, SqlSession } from '../store/sql-pool.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { aboutArticle } from '../telemetry/about-article.ts';
import { errorCode } from '../telemetry/error-code.ts';
import type { Log } from '../telemetry/open-log.ts';
import { startSpan, type Trace } from '../telemetry/trace.ts';
import type { Moderation, ModerationThreads } from './moderation-threads.ts';
import { verdictEvents } from './verdict-events.ts';

export interface Processing {
  readonly pool: SqlPool;
  readonly threads: ModerationThreads;
  readonly log: Log;
  /** Attempts before an article becomes a dead letter. */
  readonly attempts: number;
}

const isOver = (article: StoredArticle): boolean => article.state.processing === 'cleaned' || article.state.processing === 'dead';

/** `over`: the job was delivered before. `given_up`: the worker of the last attempt has died with it. */
interface Begun {
  readonly kind: 'started' | 'over' | 'given_up';
  readonly article: StoredArticle;
}

const WORKER_DIED = 'worker_died';

function begin(processing: Processing, data: JobData): Promise<Begun> {
  return inTransaction(processing.pool, async (session) => {
    const article = await readArticle(session, data.key, true);
    if (!article) throw new UnrecoverableError('unknown_article');
    if (isOver(article)) return { kind: 'over', article };
    const { attempt } = article.state;
    // Only a worker that died leaves its attempt unanswered. An article that kills workers must not be handed to every one.
    const isUsedUp = attempt >= processing.attempts;
    const event: ArticleEvent = isUsedUp
      ? { name: 'processing.failed', data: { attempt, code: WORKER_DIED, final: true } }
      : { name: 'processing.started', data: { attempt: attempt + 1 } };
    const after = await appendEvents(session, article, [event], new Date());
    return { kind: isUsedUp ? 'given_up' : 'started', article: after };
  });
}

async function storeResult(
  session: SqlSession,
  started: StoredArticle,
  moderation: Moderation,
): Promise<StoredArticle | undefined> {
  const article = await readArticle(session, started.key, true);
  // Another delivery of the same job was faster, or this one was given up for dead and taken again.
  if (article?.state.processing !== 'processing') return undefined;
  const now = new Date();
  await insertResult(session, article.key, moderation, now);
  return appendEvents(session, article, verdictEvents(moderation), now);
}

async function storeFailure(session: SqlSession, started: StoredArticle, code: string, final: boolean): Promise<boolean> {
  const article = await readArticle(session, started.key, true);
  if (article?.state.version !== started.state.version) return false;
  const { attempt } = article.state;
  await appendEvents(session, article, [{ name: 'processing.failed', data: { attempt, code, final } }], new Date());
  return true;
}

function logResult(processing: Processing, article: StoredArticle, moderation: Moderation, seconds: number, trace: Trace): void {
  const about = aboutArticle(article.key, article.state.attempt);
  const { outcome, score, findings, reasons } = moderation;
  processing.log('article.cleaned', { ...about, outcome, score, findings, processing_seconds: seconds }, trace);
  if (outcome === 'publish') processing.log('article.accepted', { ...about, score }, trace);
  else processing.log('article.flagged', { ...about, outcome, reasons: reasons.length }, trace);
}

/** Records the failure and asks the queue for another try, or, when the tries are used up, ends the job. */
async function fail(
  processing: Processing,
  started: StoredArticle,
  error: unknown,
  seconds: number,
  trace: Trace,
): Promise<never> {
  const code = errorCode(error);
  const final = started.state.attempt >= processing.attempts;
  if (await inTransaction(processing.pool, (session) => storeFailure(session, started, code, final))) {
    const about = aboutArticle(started.key, started.state.attempt);
    processing.log('processing.failed', { ...about, code, final, processing_seconds: seconds }, trace);
  }
  throw final ? new UnrecoverableError(code) : new Error(code);
}

async function moderateStarted(processing: Processing, started: StoredArticle, trace: Trace): Promise<void> {
  const from = performance.now();
  const seconds = () => Math.round(performance.now() - from) / 1000;
  const input = await readInput(processing.pool, started.key);
  if (!input) throw new UnrecoverableError('unknown_article');
  let moderation: Moderation;
  try {
    moderation = await processing.threads.moderate(input);
  } catch (error) {
    return fail(processing, started, error, seconds(), trace);
  }
  const { recogniserFault } = moderation;
  if (recogniserFault !== undefined) processing.log('service.failed', { code: recogniserFault, component: 'recogniser' }, trace);
  const stored = await inTransaction(processing.pool, (session) => storeResult(session, started, moderation));
  if (stored) logResult(processing, stored, moderation, seconds(), trace);
}

/**
 * One delivery of a job: load the article, moderate it in a thread, store the result with its events in one transaction.
 * A second delivery changes nothing. Rejects to ask for a retry.
 */
export async function processArticle(processing: Processing, data: JobData, jobId: string): Promise<void> {
  const { kind, article } = await begin(processing, data);
  if (kind === 'over') return;
  const trace = startSpan(data.traceId);
  const about = aboutArticle(article.key, article.state.attempt);
  if (kind === 'given_up') {
    processing.log('processing.failed', { ...about, code: WORKER_DIED, final: true, processing_seconds: 0 }, trace);
    return;
  }
  processing.log('processing.started', { ...about, job: jobId }, trace);
  await moderateStarted(processing, article, trace);
}
