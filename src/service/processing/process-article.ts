import { UnrecoverableError } from 'bullmq';
import { gatherMatches } from '../fingerprints/gather-matches.ts';
import type { PackedFingerprint } from '../fingerprints/packed-fingerprint.ts';
import type { PackedMatches } from '../fingerprints/packed-matches.ts';
import type { JobData } from '../queue/moderation-job.ts';
import { wasDecided } from '../review/was-decided.ts';
import { insertHits } from '../rules/insert-hits.ts';
import type { RuleKeeper } from '../rules/rule-keeper.ts';
import type { WorkRules } from '../rules/work-rules.ts';
import { articleStatus } from '../store/article-status.ts';
import type { ArticleChange } from '../store/change-article.ts';
import { changeOnce, startOnce } from '../store/change-once.ts';
import type { Change, ChangedArticle } from '../store/fold-change.ts';
import { readWork, type Work } from '../store/read-work.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { aboutArticle, aboutAttempt } from '../telemetry/about-article.ts';
import { errorCode } from '../telemetry/error-code.ts';
import type { Log } from '../telemetry/open-log.ts';
import { type Cause, startSpan, type Trace } from '../telemetry/trace.ts';
import { createDecision } from './create-decision.ts';
import type { Moderation } from './moderation.ts';
import type { FindMatches, ModerationThreads } from './moderation-threads.ts';
import type { Quarantine } from './quarantine.ts';
import type { ShadowTrials } from './shadow-trials.ts';
import { verdictEvents } from './verdict-events.ts';

export interface Processing {
  readonly pool: SqlPool;
  readonly threads: Pick<ModerationThreads, 'moderate'>;
  /** The rules that tenants have learned. */
  readonly rules: Pick<RuleKeeper, 'read'>;
  readonly shadows: Pick<ShadowTrials, 'offer'>;
  readonly quarantine: Quarantine;
  readonly log: Log;
  /** Attempts before an article becomes a dead letter. */
  readonly attempts: number;
  /** Starts in a row that come to no end before an article counts as one that kills its workers. */
  readonly starts: number;
  /** For how many days articles are compared with later ones. */
  readonly fingerprintDays: number;
}

/** The worker died, or the store was away at the end of the article: it cannot be told which. */
const UNENDED = 'unended';
/** The store did not say that it has kept what came of the attempt. */
const NOT_STORED = 'not_stored';
/** Somebody else had ended the attempt: a newer revision, a purge, another delivery of the job. */
const OVERTAKEN = 'overtaken';

/** A failure without another try; the publisher hears of it. */
function giveUp({ article, way }: Work, code: string): ArticleChange {
  const { type, ...delivery } = createDecision('article.dead', way);
  const { attempt } = article.state;
  const event = { name: 'processing.failed', data: { attempt, code, final: true, delivery } } as const;
  return { article, events: [event], decision: { ...delivery, type } };
}

function toStart(article: StoredArticle): Change {
  return { article, events: [{ name: 'processing.started', data: { attempt: article.state.attempt + 1 } }] };
}

function toResult({ article, way }: Work, result: Moderation, isAccepted: boolean): ArticleChange {
  const { type, ...delivery } = createDecision(isAccepted ? 'article.accepted' : 'article.flagged', way);
  return { article, events: verdictEvents(result, isAccepted, delivery), result, decision: { ...delivery, type } };
}

function toFailure(work: Work, code: string, final: boolean): ArticleChange {
  if (final) return giveUp(work, code);
  const { attempt } = work.article.state;
  return { article: work.article, events: [{ name: 'processing.failed', data: { attempt, code, final } }] };
}

/** Only a worker that died leaves its attempt unanswered. An article that kills workers must not be handed to every one. */
function isKiller({ state }: StoredArticle, { attempts, starts }: Processing): boolean {
  return state.attempt >= attempts || state.unended >= starts;
}

/** The store refused, or was away: told at once, because the queue only asks again. */
async function orTell<Answer>({ log }: Processing, ask: Promise<Answer>, trace?: Trace): Promise<Answer> {
  try {
    return await ask;
  } catch (error) {
    log('service.failed', { code: errorCode(error), component: 'worker' }, trace ?? startSpan());
    throw error;
  }
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

function findMatches(
  { pool, fingerprintDays }: Processing,
  { article, input }: Work,
  fingerprint: PackedFingerprint,
): Promise<PackedMatches> {
  const { key, externalId, source } = article;
  return gatherMatches(pool, { key, externalId, source, publishedAt: input.publishedAt, fingerprint }, fingerprintDays);
}

/** Why people are asked although the machine would publish: what they have decided before is not the machine's to overrule. */
const DECIDED_BEFORE = 'people have decided on it before';

/** What threads made of an article, and with what. */
interface Moderated {
  /** People are not asked. */
  readonly isAccepted: boolean;
  readonly moderation: Moderation;
  readonly rules: WorkRules | undefined;
  readonly corpus: PackedMatches | undefined;
}

/** An article keeps the rules that its tenant had when it began. Hits of active ones are kept before the result, so that none is lost with a worker. */
async function moderateByRules(processing: Processing, started: Work): Promise<Moderated> {
  const { key, state } = started.article;
  const rules = started.rulesHead === '' ? undefined : await processing.rules.read(key.tenant, started.rulesHead);
  let corpus: PackedMatches | undefined;
  const find: FindMatches = async (fingerprint) => {
    corpus = await findMatches(processing, started, fingerprint);
    return corpus;
  };
  const made = await processing.threads.moderate(started.input, find, undefined, rules);
  const isDecided = state.run > 1 && (await wasDecided(processing.pool, key));
  const moderation = isDecided ? { ...made, reasons: [...made.reasons, DECIDED_BEFORE] } : made;
  if (rules && moderation.hits) await insertHits(processing.pool, key, state.run, rules, moderation.hits);
  return { moderation, isAccepted: made.outcome === 'publish' && !isDecided, rules, corpus };
}

async function moderateStarted(processing: Processing, started: Work, trace: Trace): Promise<void> {
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
