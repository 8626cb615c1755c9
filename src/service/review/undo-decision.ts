import { cancelDeliveries } from '../delivery/cancel-deliveries.ts';
import { createDecision } from '../processing/create-decision.ts';
import type { ArticleKey } from '../store/article-key.ts';
import { changeArticle } from '../store/change-article.ts';
import type { ReviewDecision } from '../store/review-event.ts';
import type { SqlSession } from '../store/sql-pool.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { type Acting, actOn } from './act-on.ts';
import { writeLease } from './lease.ts';
import { hasRole, type Person } from './person.ts';
import { readDecisions } from './read-decisions.ts';
import { readWay } from './read-way.ts';
import type { ReviewDesk } from './review-desk.ts';
import { ReviewError } from './review-error.ts';
import { takeBackVerdicts } from './verdicts/write-verdicts.ts';
import { wasEscalated } from './was-escalated.ts';

interface Newest {
  readonly was_told: boolean;
  readonly by: string;
}

/** Nobody tells of what is held, see `releaseHeld`; the row is locked, so that it stays so. */
const NEWEST = `SELECT d.state <> 'held' AS was_told, e.data ->> 'by' AS by
  FROM copydesk.deliveries d
  JOIN copydesk.events e ON e.tenant = d.tenant AND e.article_id = d.article_id AND e.revision = d.revision
   AND e.data -> 'delivery' ->> 'id' = d.id
 WHERE d.tenant = $1 AND d.article_id = $2 AND d.revision = $3 ORDER BY d.seq DESC LIMIT 1 FOR UPDATE OF d`;

async function readNewest(session: SqlSession, { tenant, articleId, revision }: ArticleKey): Promise<Newest> {
  const { rows } = await session.query<Newest>(NEWEST, [tenant, articleId, revision]);
  if (!rows[0]) throw new Error(`${articleId} was decided without a delivery`);
  return rows[0];
}

type Reopened = { readonly appeal: string; readonly decision: ReviewDecision | null };
type Decisions = Awaited<ReturnType<typeof readDecisions>>;

/**
 * The appeal that is open again when its decision is undone. Whoever made the decision that it is about would have the claim then, and the last
 * word on themselves.
 */
function findReopened(decisions: Decisions, article: StoredArticle, person: Person): Reopened | undefined {
  const [before, newest] = decisions.slice(-2);
  if (!before || !newest || newest.appeal === null) return undefined;
  if (before.by === person.id) throw new ReviewError('not_allowed', article);
  return { appeal: newest.appeal, decision: before.by === null ? null : before.decision };
}

/** Where the article goes back to: to the appeal, or to the desk, to the leads when it took one. Whoever undoes has its claim there. */
async function findPlace(session: SqlSession, article: StoredArticle, person: Person, decisions: Decisions) {
  const reopens = findReopened(decisions, article, person);
  if (reopens) return { reopens };
  if (!(await wasEscalated(session, article.key))) return {};
  if (!hasRole(person, 'lead')) throw new ReviewError('not_allowed', article);
  return { escalated: true } as const;
}

/**
 * Nobody looks a second time at what does not stand, and it says nothing of rules; and an appeal waits again. What was checked stays counted: else only the decisions that
 * nobody undid would be.
 */
async function forgetDecision(
  session: SqlSession,
  { key, state }: StoredArticle,
  decisions: Decisions,
  reopens: Reopened | undefined,
): Promise<void> {
  // The undoing is the next event.
  await takeBackVerdicts(session, { key }, decisions.at(-1)?.number ?? 0, state.version + 1);
  await session.query(
    'DELETE FROM copydesk.checks WHERE tenant = $1 AND article_id = $2 AND revision = $3 AND number = $4 AND checked_at IS NULL',
    [key.tenant, key.articleId, key.revision, decisions.at(-1)?.number],
  );
  if (!reopens) return;
  await session.query('UPDATE copydesk.appeals SET decided_at = NULL, upheld = NULL WHERE id = $1', [reopens.appeal]);
}

/** `undoDecision` in the transaction of other acts. */
export async function undoWithin({ session, article, now, leaseSeconds }: Acting, person: Person): Promise<StoredArticle> {
  const { key, state } = article;
  if (state.review !== 'decided') throw new ReviewError('not_decided', article);
  const { was_told: told, by } = await readNewest(session, key);
  if (by !== person.id && !hasRole(person, 'lead')) throw new ReviewError('not_allowed', article);
  const decisions = await readDecisions(session, key);
  const place = await findPlace(session, article, person, decisions);
  const fence = state.fence + 1;
  await forgetDecision(session, article, decisions, place.reopens);
  await cancelDeliveries(session, key);
  await writeLease(session, key, person.id, fence, leaseSeconds);
  const about = { by: person.id, fence, told, ...place };
  const { type, ...delivery } = createDecision('review.withdrawn', await readWay(session, key.tenant));
  const change = told
    ? { events: [{ name: 'decision.undone', data: { ...about, delivery } } as const], decision: { ...delivery, type } }
    : { events: [{ name: 'decision.undone', data: about } as const] };
  const undone = await changeArticle(session, { article, ...change }, now);
  if (!undone) throw new Error(`${article.key.articleId} was changed while its row was held`);
  return undone;
}

/**
 * Takes a decision back: one's own, or, as a lead, anybody's. Nobody hears of one that was still held; else the publisher is told that it
 * is withdrawn. The person has the article's claim afterwards. Throws `ReviewError`.
 */
export function undoDecision(desk: ReviewDesk, person: Person, key: ArticleKey): Promise<StoredArticle> {
  return actOn(desk, person, key, (acting) => undoWithin(acting, person));
}
