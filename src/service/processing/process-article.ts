import { UnrecoverableError } from 'bullmq';
import type { JobData } from '../queue/moderation-job.ts';
import { articleStatus } from '../store/article-status.ts';
import { changeOnce, startOnce } from '../store/change-once.ts';
import type { Change } from '../store/fold-change.ts';
import { readWork, type Work } from '../store/read-work.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { aboutArticle } from '../telemetry/about-article.ts';
import { type Cause, startSpan } from '../telemetry/trace.ts';
import { giveUp } from './give-up.ts';
import { moderateStarted } from './moderate-started.ts';
import { orTell } from './or-tell.ts';
import type { Processing } from './processing.ts';

/** The worker died, or the store was away at the end of the article: it cannot be told which. */
const UNENDED = 'unended';

function toStart(article: StoredArticle): Change {
  return { article, events: [{ name: 'processing.started', data: { attempt: article.state.attempt + 1 } }] };
}

/** Only a worker that died leaves its attempt unanswered. An article that kills workers must not be handed to every one. */
function isKiller({ state }: StoredArticle, { attempts, starts }: Processing): boolean {
  return state.attempt >= attempts || state.unended >= starts;
}

async function endKiller(processing: Processing, work: Work): Promise<boolean> {
  const article = await orTell(processing, changeOnce(processing.pool, giveUp(work, UNENDED)));
  if (!article) return false;
  const fields = { ...aboutArticle(article), code: UNENDED, final: true, processing_seconds: 0 };
  processing.log('processing.failed', fields, startSpan(article.traceId));
  return true;
}

/** Starts an article as it is known. Resolves to false when somebody else has changed it since. */
async function startAndModerate(processing: Processing, known: StoredArticle, jobId: string, cause?: Cause): Promise<boolean> {
  const started = await orTell(processing, startOnce(processing.pool, toStart(known)));
  if (!started) return false;
  const trace = startSpan(started.article.traceId, cause);
  processing.log('processing.started', { ...aboutArticle(started.article), job: jobId }, trace);
  await moderateStarted(processing, started, trace);
  return true;
}

async function inQuarantine(processing: Processing, { state }: StoredArticle, work: () => Promise<boolean>): Promise<boolean> {
  const leave = await processing.quarantine.enter(state.unended > 0);
  return work().finally(leave);
}

/** Starts from what the relay wrote into the job, if that can be how the article stands. */
async function tryAsTold(processing: Processing, { article }: JobData, jobId: string, cause?: Cause): Promise<boolean> {
  if (!article || isKiller(article, processing)) return false;
  return await inQuarantine(processing, article, () => startAndModerate(processing, article, jobId, cause));
}

/**
 * One delivery of a job in two statements: record the start, which brings the text, and, when a thread has moderated it, store the result
 * with its events and its decision. An article that is not as the job says is read first. A second delivery changes nothing. Rejects to
 * ask for a retry. `cause`: the step that added the job.
 */
export async function processArticle(processing: Processing, job: JobData, jobId: string, cause?: Cause): Promise<void> {
  for (let isDone = await tryAsTold(processing, job, jobId, cause); !isDone; ) {
    const work = await orTell(processing, readWork(processing.pool, job.key));
    if (!work) throw new UnrecoverableError('unknown_article');
    const { article } = work;
    if (articleStatus(article.state) !== 'pending') return;
    const isOver = isKiller(article, processing);
    isDone = await inQuarantine(processing, article, () =>
      isOver ? endKiller(processing, work) : startAndModerate(processing, article, jobId, cause),
    );
  }
}
