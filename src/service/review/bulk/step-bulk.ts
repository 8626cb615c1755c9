import { setImmediate } from 'node:timers/promises';
import { appendEvents } from '../../store/append-events.ts';
import type { ArticleKey } from '../../store/article-key.ts';
import { TransitionError } from '../../store/reduce.ts';
import type { SqlPool, SqlSession } from '../../store/sql-pool.ts';
import { type Acting, actOn } from '../act-on.ts';
import { claimWithin } from '../claim-article.ts';
import { decideWithin } from '../decide-article.ts';
import { deleteLease } from '../lease.ts';
import type { Person } from '../person.ts';
import { readDecisions } from '../read-decisions.ts';
import { readStandingResult } from '../read-standing-result.ts';
import type { ReviewDesk } from '../review-desk.ts';
import { ReviewError } from '../review-error.ts';
import { undoWithin } from '../undo-decision.ts';
import type { BulkJob } from './bulk-job.ts';
import { readActingLead } from './read-acting-lead.ts';
import { haltBulk } from './stop-bulk.ts';

/** An article of a bulk decision. */
interface Item {
  readonly place: number;
  readonly articleId: string;
  readonly revision: number;
  /** The run whose result was listed. */
  readonly run: number;
  /** The delivery of the decision. */
  readonly delivery: string | null;
}

/** What an item waits for, and what it comes to, by the state of its job. */
const STEPS = {
  running: { from: 'waiting', to: 'done', refused: 'refused' },
  undoing: { from: 'done', to: 'undone', refused: 'kept' },
} as const;
type Step = (typeof STEPS)[keyof typeof STEPS];

/** After so many tries an article is left as it is: what fails now comes behind all that was not tried yet. */
const MOST_TRIES = 5;

const NEXT = `SELECT place, article_id AS "articleId", revision, run, delivery FROM copydesk.bulk_items
  WHERE job = $1 AND state = $2 ORDER BY tries, place LIMIT $3`;

/** Holds the item, and its job as it is, until the transaction ends. False: somebody else was faster, or the job was stopped. */
async function hold(session: SqlSession, job: BulkJob, { place }: Item, { from }: Step): Promise<boolean> {
  // The job first, as whoever stops it does: so neither waits for the other in a circle.
  const held = [
    ['SELECT FROM copydesk.bulk_jobs WHERE id = $1 AND state = $2 FOR SHARE', [job.id, job.state]],
    ['SELECT FROM copydesk.bulk_items WHERE job = $1 AND place = $2 AND state = $3 FOR UPDATE', [job.id, place, from]],
  ] as const;
  for (const [text, params] of held) if ((await session.query(text, params)).rows.length === 0) return false;
  return true;
}

async function mark(session: SqlSession, job: BulkJob, { place }: Item, state: string, delivery: string | null): Promise<void> {
  await session.query('UPDATE copydesk.bulk_items SET state = $3, delivery = $4, tries = 0 WHERE job = $1 AND place = $2', [
    ...[job.id, place, state, delivery],
  ]);
}

/** Claims and decides like a person, on the result as it stands; all that refuses comes before anything is written. */
async function decideItem(acting: Acting, person: Person, job: BulkJob, item: Item): Promise<void> {
  const { session, article } = acting;
  if (article.state.run !== item.run) throw new ReviewError('stale_result', article);
  if (article.state.review === 'appealed') throw new ReviewError('not_allowed', article);
  const standing = await readStandingResult(session, article.key);
  if (!standing) throw new ReviewError('not_on_desk', article);
  const claimed = await claimWithin(acting, person);
  const { decision, reason } = job;
  const wish = { fence: claimed.state.fence, decision, reason, result: standing.sha256, bulk: job.id };
  const decided = await decideWithin({ ...acting, article: claimed }, person, wish);
  const newest = (await readDecisions(session, decided.key)).at(-1);
  await mark(session, job, item, 'done', newest?.delivery ?? null);
}

/** Takes the decision back, if it is the one that stands, and leaves the article to whoever comes. */
async function undoItem(acting: Acting, person: Person, job: BulkJob, item: Item): Promise<void> {
  const { session, article, now } = acting;
  if (article.state.review !== 'decided') throw new ReviewError('not_decided', article);
  const newest = (await readDecisions(session, article.key)).at(-1);
  if (newest?.delivery !== item.delivery) throw new ReviewError('stale_result', article);
  const undone = await undoWithin(acting, person);
  await deleteLease(session, article.key);
  const { fence } = undone.state;
  await appendEvents(session, undone, [{ name: 'review.released', data: { by: person.id, fence } }], now);
  await mark(session, job, item, 'undone', item.delivery);
}

function codeOf(error: unknown): string | undefined {
  if (error instanceof ReviewError) return error.code;
  return error instanceof TransitionError ? 'conflict' : undefined;
}

async function refuse(
  pool: SqlPool,
  job: BulkJob,
  { place }: Item,
  { from, refused, code }: Step & { readonly code: string },
): Promise<void> {
  await pool.query('UPDATE copydesk.bulk_items SET state = $4, code = $5 WHERE job = $1 AND place = $2 AND state = $3', [
    ...[job.id, place, from, refused, code],
  ]);
}

/** A fault of ours, or of the store; if the store is away this is not written either, and does not count. */
async function countTry(pool: SqlPool, job: BulkJob, { place }: Item, { from, refused }: Step): Promise<void> {
  await pool.query(
    `UPDATE copydesk.bulk_items SET tries = tries + 1, state = CASE WHEN tries + 1 >= ${MOST_TRIES} THEN $4 ELSE state END,
            code = CASE WHEN tries + 1 >= ${MOST_TRIES} THEN 'failed' ELSE code END WHERE job = $1 AND place = $2 AND state = $3`,
    [job.id, place, from, refused],
  );
}

async function stepItem(desk: ReviewDesk, person: Person, job: BulkJob, item: Item): Promise<void> {
  const step = STEPS[job.state === 'undoing' ? 'undoing' : 'running'];
  const key: ArticleKey = { tenant: job.tenant, articleId: item.articleId, revision: item.revision };
  try {
    await actOn(desk, person, key, async (acting) => {
      if (!(await hold(acting.session, job, item, step))) return;
      await (job.state === 'undoing' ? undoItem : decideItem)(acting, person, job, item);
    });
  } catch (error) {
    const code = codeOf(error);
    if (code !== undefined) return await refuse(desk.pool, job, item, { ...step, code });
    await countTry(desk.pool, job, item, step);
    throw error;
  }
}

async function end(pool: SqlPool, job: BulkJob, state: 'done' | 'undone'): Promise<void> {
  await pool.query('UPDATE copydesk.bulk_jobs SET state = $3 WHERE id = $1 AND state = $2', [job.id, job.state, state]);
}

/**
 * Decides, or undoes, the next articles of a bulk decision, each in a transaction with its mark: so whoever goes on after a crash repeats and
 * misses none. Rejects when one failed by no fault of its own; it is tried again later, a few times. It goes no further for whoever may not act as a lead any more. Resolves to false when none was left, and the job is over.
 */
export async function stepBulk(desk: ReviewDesk, job: BulkJob, limit: number): Promise<boolean> {
  const { pool } = desk;
  if (job.state !== 'running' && job.state !== 'undoing') return false;
  const person = await readActingLead(pool, job.tenant, job.person);
  if (!person) {
    await haltBulk(pool, job);
    return false;
  }
  await pool.query('UPDATE copydesk.bulk_jobs SET stepped_at = clock_timestamp() WHERE id = $1', [job.id]);
  const { rows } = await pool.query<Item>(NEXT, [job.id, STEPS[job.state].from, limit]);
  const failures: unknown[] = [];
  for (const item of rows) {
    await stepItem(desk, person, job, item).catch((error: unknown) => failures.push(error));
    // A store in this process answers without ever letting go of it: whoever asks how far it is, or stops it, has to be heard in between.
    await setImmediate();
  }
  // The others went on.
  if (failures.length > 0) throw failures[0];
  if (rows.length === 0) await end(pool, job, job.state === 'undoing' ? 'undone' : 'done');
  return rows.length > 0;
}
