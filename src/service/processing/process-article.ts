import { UnrecoverableError } from 'bullmq';
import { insertDelivery } from '../delivery/insert-delivery.ts';
import type { JobData } from '../queue/moderation-job.ts';
import { appendEvents } from '../store/append-events.ts';
import type { ArticleEvent } from '../store/article-event.ts';
import type { ProcessingState } from '../store/article-state.ts';
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
  /** Starts in a row that come to no end before an article counts as one that kills its workers. */
  readonly starts: number;
}

const OVER: readonly ProcessingState[] = ['cleaned', 'dead', 'superseded'];
const isOver = ({ state }: StoredArticle): boolean => OVER.includes(state.processing) || state.superseded || state.purged;

/** `over`: the job was delivered before. `given_up`: the worker of the last attempt has died with it. */
interface Begun {
  readonly kind: 'started' | 'over' | 'given_up';
  readonly article: StoredArticle;
}

const WORKER_DIED = 'worker_died';

/** A failure without another try; the publisher hears of it. */
async function giveUp(session: SqlSession, article: StoredArticle, code: string, now: Date): Promise<StoredArticle> {
  const { attempt } = article.state;
  const delivery = await insertDelivery(session, article, 'article.dead', now);
  return appendEvents(session, article, [{ name: 'processing.failed', data: { attempt, code, final: true, delivery } }], now);
}

function begin(processing: Processing, data: JobData): Promise<Begun> {
  return inTransaction(processing.pool, async (session) => {
    const article = await readArticle(session, data.key, true);
    if (!article) throw new UnrecoverableError('unknown_article');
    if (isOver(article)) return { kind: 'over', article };
    const { attempt, unended } = article.state;
    const now = new Date();
    // Only a worker that died leaves its attempt unanswered. An article that kills workers must not be handed to every one.
    if (attempt >= processing.attempts || unended >= processing.starts) {
      return { kind: 'given_up', article: await giveUp(session, article, WORKER_DIED, now) };
    }
    const event: ArticleEvent = { name: 'processing.started', data: { attempt: attempt + 1 } };
    return { kind: 'started', article: await appendEvents(session, article, [event], now) };
  });
}

async function storeResult(
  session: SqlSession,
  started: StoredArticle,
  moderation: Moderation,
): Promise<StoredArticle | undefined> {
  const article = await readArticle(session, started.key, true);
  // Another delivery of the same job was faster, or this one was given up for dead and taken again, or a newer revision came.
  if (article?.state.processing !== 'processing' || article.state.run !== started.state.run) return undefined;
  const now = new Date();
  await insertResult(session, article, moderation, now);
  const type = moderation.outcome === 'publish' ? 'article.accepted' : 'article.flagged';
  const delivery = await insertDelivery(session, article, type, now);
  return appendEvents(session, article, verdictEvents(moderation, delivery), now);
}

async function storeFailure(session: SqlSession, started: StoredArticle, code: string, final: boolean): Promise<boolean> {
  const article = await readArticle(session, started.key, true);
  if (article?.state.version !== started.state.version) return false;
  const now = new Date();
  if (final) await giveUp(session, article, code, now);
  else {
    const { attempt } = article.state;
    await appendEvents(session, article, [{ name: 'processing.failed', data: { attempt, code, final } }], now);
  }
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
