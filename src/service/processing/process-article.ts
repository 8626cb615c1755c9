import { UnrecoverableError } from 'bullmq';
import type { ArticleFingerprint } from '../../moderation/model/article-fingerprint.ts';
import type { CorpusMatches } from '../../moderation/model/corpus-matches.ts';
import { gatherMatches } from '../fingerprints/gather-matches.ts';
import type { JobData } from '../queue/moderation-job.ts';
import { articleStatus } from '../store/article-status.ts';
import type { ArticleChange } from '../store/change-article.ts';
import { changeOnce } from '../store/change-once.ts';
import { readWork, type Work } from '../store/read-work.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { aboutArticle } from '../telemetry/about-article.ts';
import { errorCode } from '../telemetry/error-code.ts';
import type { Log } from '../telemetry/open-log.ts';
import { startSpan, type Trace } from '../telemetry/trace.ts';
import { createDecision } from './create-decision.ts';
import type { Moderation, ModerationThreads } from './moderation-threads.ts';
import type { Quarantine } from './quarantine.ts';
import { verdictEvents } from './verdict-events.ts';

export interface Processing {
  readonly pool: SqlPool;
  readonly threads: Pick<ModerationThreads, 'moderate'>;
  readonly quarantine: Quarantine;
  readonly log: Log;
  /** Attempts before an article becomes a dead letter. */
  readonly attempts: number;
  /** Starts in a row that come to no end before an article counts as one that kills its workers. */
  readonly starts: number;
}

const WORKER_DIED = 'worker_died';

/** A failure without another try; the publisher hears of it. */
function giveUp({ article, way }: Work, code: string): ArticleChange {
  const { type, ...delivery } = createDecision('article.dead', way);
  const { attempt } = article.state;
  const event = { name: 'processing.failed', data: { attempt, code, final: true, delivery } } as const;
  return { article, events: [event], decision: { ...delivery, type } };
}

function toStart({ article }: Work): ArticleChange {
  return { article, events: [{ name: 'processing.started', data: { attempt: article.state.attempt + 1 } }] };
}

function toResult({ article, way }: Work, result: Moderation): ArticleChange {
  const { type, ...delivery } = createDecision(result.outcome === 'publish' ? 'article.accepted' : 'article.flagged', way);
  return { article, events: verdictEvents(result, delivery), result, decision: { ...delivery, type } };
}

function toFailure(work: Work, code: string, final: boolean): ArticleChange {
  if (final) return giveUp(work, code);
  const { attempt } = work.article.state;
  return { article: work.article, events: [{ name: 'processing.failed', data: { attempt, code, final } }] };
}

/** Only a worker that died leaves its attempt unanswered. An article that kills workers must not be handed to every one. */
function isKiller({ article }: Work, { attempts, starts }: Processing): boolean {
  return article.state.attempt >= attempts || article.state.unended >= starts;
}

/** Writes what `make` says, and asks it again when somebody else changed the article; it gives nothing when there is nothing left to say. */
async function conclude(
  { pool }: Processing,
  started: Work,
  make: (work: Work) => ArticleChange | undefined,
): Promise<StoredArticle | undefined> {
  for (let work: Work | undefined = started; work; work = await readWork(pool, started.article.key)) {
    const change = make(work);
    if (!change) return undefined;
    const after = await changeOnce(pool, change);
    if (after) return after;
  }
  return undefined;
}

function logResult(log: Log, article: StoredArticle, moderation: Moderation, seconds: number, trace: Trace): void {
  const about = aboutArticle(article.key, article.state.attempt);
  const { outcome, score, findings, reasons } = moderation;
  log('article.cleaned', { ...about, outcome, score, findings, processing_seconds: seconds }, trace);
  if (outcome === 'publish') log('article.accepted', { ...about, score }, trace);
  else log('article.flagged', { ...about, outcome, reasons: reasons.length }, trace);
}

/** Records the failure and asks the queue for another try, or, when the tries are used up, ends the job. */
async function fail(processing: Processing, started: Work, error: unknown, seconds: number, trace: Trace): Promise<never> {
  const { key, state } = started.article;
  const code = errorCode(error);
  const final = state.attempt >= processing.attempts;
  const failed = await conclude(processing, started, (work) =>
    work.article.state.version === state.version ? toFailure(work, code, final) : undefined,
  );
  if (failed) {
    const about = aboutArticle(key, state.attempt);
    processing.log('processing.failed', { ...about, code, final, processing_seconds: seconds }, trace);
  }
  throw final ? new UnrecoverableError(code) : new Error(code);
}

function findMatches({ pool }: Processing, { article, input }: Work, fingerprint: ArticleFingerprint): Promise<CorpusMatches> {
  const { key, externalId, source } = article;
  return gatherMatches(pool, { key, externalId, source, publishedAt: input.publishedAt, fingerprint });
}

async function moderateStarted(processing: Processing, started: Work, trace: Trace): Promise<void> {
  const from = performance.now();
  const seconds = () => Math.round(performance.now() - from) / 1000;
  const { run } = started.article.state;
  let moderation: Moderation;
  try {
    moderation = await processing.threads.moderate(started.input, (fingerprint) => findMatches(processing, started, fingerprint));
  } catch (error) {
    return fail(processing, started, error, seconds(), trace);
  }
  const { recogniserFault } = moderation;
  if (recogniserFault !== undefined) processing.log('service.failed', { code: recogniserFault, component: 'recogniser' }, trace);
  // Otherwise another delivery of the job was faster, or this one was taken for dead, or a newer revision came.
  const stored = await conclude(processing, started, (work) => {
    const { state } = work.article;
    return state.processing === 'processing' && state.run === run ? toResult(work, moderation) : undefined;
  });
  if (stored) logResult(processing.log, stored, moderation, seconds(), trace);
}

/** Starts an article as it was read. Resolves to false when somebody else has changed it since. */
async function tryProcessing(processing: Processing, work: Work, jobId: string): Promise<boolean> {
  const isGivenUp = isKiller(work, processing);
  const article = await changeOnce(processing.pool, isGivenUp ? giveUp(work, WORKER_DIED) : toStart(work));
  if (!article) return false;
  const trace = startSpan(article.traceId);
  const about = aboutArticle(article.key, article.state.attempt);
  if (isGivenUp) {
    processing.log('processing.failed', { ...about, code: WORKER_DIED, final: true, processing_seconds: 0 }, trace);
    return true;
  }
  processing.log('processing.started', { ...about, job: jobId }, trace);
  await moderateStarted(processing, { ...work, article }, trace);
  return true;
}

/**
 * One delivery of a job in three statements: read the article, record the start, and, when a thread has moderated it, store the result
 * with its events and its decision. A second delivery changes nothing. Rejects to ask for a retry.
 */
export async function processArticle(processing: Processing, { key }: JobData, jobId: string): Promise<void> {
  for (let isDone = false; !isDone; ) {
    const work = await readWork(processing.pool, key);
    if (!work) throw new UnrecoverableError('unknown_article');
    if (articleStatus(work.article.state) !== 'pending') return;
    const leave = await processing.quarantine.enter(work.article.state.unended > 0);
    isDone = await tryProcessing(processing, work, jobId).finally(leave);
  }
}
