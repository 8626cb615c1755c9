import { UnrecoverableError } from 'bullmq';
import type { JobData } from '../queue/moderation-job.ts';
import { appendEvents } from '../store/append-events.ts';
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

/** Undefined when there is nothing left to do: the job was delivered before. */
function begin(processing: Processing, data: JobData): Promise<StoredArticle | undefined> {
  return inTransaction(processing.pool, async (session) => {
    const article = await readArticle(session, data.key, true);
    if (!article) throw new UnrecoverableError('unknown_article');
    if (isOver(article)) return undefined;
    const attempt = article.state.attempt + 1;
    return appendEvents(session, article, [{ name: 'processing.started', data: { attempt } }], new Date());
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

/**
 * One delivery of a job: load the article, moderate it in a thread, store the result with its events in one transaction.
 * A second delivery changes nothing. Rejects to ask for a retry.
 */
export async function processArticle(processing: Processing, data: JobData, jobId: string): Promise<void> {
  const started = await begin(processing, data);
  if (!started) return;
  const trace = startSpan(data.traceId);
  processing.log('processing.started', { ...aboutArticle(started.key, started.state.attempt), job: jobId }, trace);
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
  const stored = await inTransaction(processing.pool, (session) => storeResult(session, started, moderation));
  if (stored) logResult(processing, stored, moderation, seconds(), trace);
}
