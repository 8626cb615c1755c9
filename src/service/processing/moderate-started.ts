import { UnrecoverableError } from 'bullmq';
import type { ArticleChange } from '../store/change-article.ts';
import { changeOnce } from '../store/change-once.ts';
import type { ChangedArticle } from '../store/fold-change.ts';
import { readWork, type Work } from '../store/read-work.ts';
import { aboutArticle, aboutAttempt } from '../telemetry/about-article.ts';
import { errorCode } from '../telemetry/error-code.ts';
import type { Log } from '../telemetry/open-log.ts';
import type { Trace } from '../telemetry/trace.ts';
import { createDecision } from './create-decision.ts';
import { giveUp } from './give-up.ts';
import { type Moderated, moderateByRules } from './moderate-by-rules.ts';
import type { Moderation } from './moderation.ts';
import { orTell } from './or-tell.ts';
import type { Processing } from './processing.ts';
import { verdictEvents } from './verdict-events.ts';

/** The store did not say that it has kept what came of the attempt. */
const NOT_STORED = 'not_stored';
/** Somebody else had ended the attempt: a newer revision, a purge, another delivery of the job. */
const OVERTAKEN = 'overtaken';

function toResult({ article, way }: Work, result: Moderation, isAccepted: boolean): ArticleChange {
  const { type, ...delivery } = createDecision(isAccepted ? 'article.accepted' : 'article.flagged', way);
  return { article, events: verdictEvents(result, isAccepted, delivery), result, decision: { ...delivery, type } };
}

function toFailure(work: Work, code: string, final: boolean): ArticleChange {
  if (final) return giveUp(work, code);
  const { attempt } = work.article.state;
  return { article: work.article, events: [{ name: 'processing.failed', data: { attempt, code, final } }] };
}

/** Writes what `make` says, and asks it again when somebody else changed the article; it gives nothing when there is nothing left to say. */
async function conclude(
  { pool }: Processing,
  started: Work,
  make: (work: Work) => ArticleChange | undefined,
): Promise<ChangedArticle | undefined> {
  for (let work: Work | undefined = started; work; work = await readWork(pool, started.article.key)) {
    const change = make(work);
    if (!change) return undefined;
    const after = await changeOnce(pool, change);
    if (after) return after;
  }
  return undefined;
}

/** The same for an attempt, which ends here also when the store refuses, and comes again as one that came to no end. */
async function concludeAttempt(
  processing: Processing,
  started: Work,
  make: (work: Work) => ArticleChange | undefined,
  readSeconds: () => number,
  trace: Trace,
): Promise<ChangedArticle | undefined> {
  try {
    return await orTell(processing, conclude(processing, started, make), trace);
  } catch (error) {
    logAbandoned(processing, started, NOT_STORED, readSeconds(), trace);
    throw error;
  }
}

function logResult(log: Log, article: ChangedArticle, moderation: Moderation, seconds: number, trace: Trace): void {
  const { outcome, score, findings, reasons, counts } = moderation;
  const [cleaned = article.state] = article.steps;
  const fields = { outcome, score, findings, processing_seconds: seconds, ...counts };
  log('article.cleaned', { ...aboutArticle({ ...article, state: cleaned }), ...fields }, trace);
  const about = aboutArticle(article);
  if (article.state.review === 'none') log('article.accepted', { ...about, score }, trace);
  else log('article.flagged', { ...about, outcome, reasons: reasons.length }, trace);
}

function logAbandoned({ log }: Processing, { article }: Work, code: string, seconds: number, trace: Trace): void {
  log('processing.abandoned', { ...aboutAttempt(article), code, processing_seconds: seconds }, trace);
}

/** Records the failure and asks the queue for another try, or, when the tries are used up, ends the job. */
async function fail(
  processing: Processing,
  started: Work,
  error: unknown,
  readSeconds: () => number,
  trace: Trace,
): Promise<never> {
  const { state } = started.article;
  const code = errorCode(error);
  const final = state.attempt >= processing.attempts;
  const toFailed = (work: Work) => (work.article.state.version === state.version ? toFailure(work, code, final) : undefined);
  const failed = await concludeAttempt(processing, started, toFailed, readSeconds, trace);
  const seconds = readSeconds();
  if (!failed) logAbandoned(processing, started, OVERTAKEN, seconds, trace);
  else processing.log('processing.failed', { ...aboutArticle(failed), code, final, processing_seconds: seconds }, trace);
  throw final ? new UnrecoverableError(code) : new Error(code);
}

/**
 * Moderates an article whose start is recorded, and stores what came of it: the result with its events and its decision, or the failure.
 * Rejects to ask for another try, with `UnrecoverableError` when there is none, or when the store refuses.
 */
export async function moderateStarted(processing: Processing, started: Work, trace: Trace): Promise<void> {
  const from = performance.now();
  const seconds = () => Math.round(performance.now() - from) / 1000;
  const { run } = started.article.state;
  let moderated: Moderated;
  try {
    moderated = await moderateByRules(processing, started);
  } catch (error) {
    return fail(processing, started, error, seconds, trace);
  }
  const { moderation, isAccepted, rules, corpus } = moderated;
  const { recogniserFault } = moderation;
  if (recogniserFault !== undefined) processing.log('service.failed', { code: recogniserFault, component: 'recogniser' }, trace);
  // Otherwise another delivery of the job was faster, or this one was taken for dead, or a newer revision came.
  const toStored = (work: Work) => {
    const { state } = work.article;
    return state.processing === 'processing' && state.run === run ? toResult(work, moderation, isAccepted) : undefined;
  };
  const stored = await concludeAttempt(processing, started, toStored, seconds, trace);
  const took = seconds();
  if (!stored) return logAbandoned(processing, started, OVERTAKEN, took, trace);
  logResult(processing.log, stored, moderation, took, trace);
  const before = { outcome: moderation.outcome, score: moderation.score };
  const { key } = started.article;
  if (rules) processing.shadows.offer({ key, run, rules, corpus, before, article: started.input, seconds: took });
}
