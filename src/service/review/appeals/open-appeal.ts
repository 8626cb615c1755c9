import { randomBytes } from 'node:crypto';
import { appendEvents } from '../../store/append-events.ts';
import type { ArticleKey } from '../../store/article-key.ts';
import type { SqlSession } from '../../store/sql-pool.ts';
import type { StoredArticle } from '../../store/stored-article.ts';
import { toSqlText } from '../../store/to-sql-text.ts';
import { type Acting, actOn } from '../act-on.ts';
import type { Person } from '../person.ts';
import { readDecisions } from '../read-decisions.ts';
import type { ReviewDesk } from '../review-desk.ts';
import { ReviewError } from '../review-error.ts';

/** As long as platforms must take complaints against decisions: Regulation (EU) 2022/2065, Article 20(1). */
const APPEAL_MONTHS = 6;

interface Told {
  readonly is_told: boolean;
  readonly is_late: boolean;
}

/** Nobody appeals against what is not told yet, or was told long ago. The machine's decisions are told at once. */
const TOLD = `SELECT d.state <> 'held' OR d.due_at <= now() AS is_told,
    greatest(d.due_at, d.created_at) < now() - interval '${APPEAL_MONTHS} months' AS is_late
  FROM copydesk.deliveries d WHERE d.id = $1`;

async function refuseAppeal(session: SqlSession, article: StoredArticle): Promise<void> {
  const { review, processing, purged, superseded } = article.state;
  if (review === 'appealed') throw new ReviewError('appeal_open', article);
  const isOver = processing === 'cleaned' && !purged && !superseded && (review === 'none' || review === 'decided');
  const decision = isOver ? (await readDecisions(session, article.key)).at(-1) : undefined;
  if (!decision) throw new ReviewError('not_decided', article);
  const { rows } = await session.query<Told>(TOLD, [decision.delivery]);
  // As before that decision: nothing tells of it while it is held back.
  if (rows[0]?.is_told === false) throw new ReviewError(decision.appeal === null ? 'not_decided' : 'appeal_open', article);
  if (decision.appeal !== null) throw new ReviewError('appeal_decided', article);
  if (rows[0]?.is_late !== false) throw new ReviewError('appeal_late', article);
}

async function open({ session, article, now }: Acting, person: Person, text: string): Promise<string> {
  await refuseAppeal(session, article);
  const { tenant, articleId, revision } = article.key;
  const appeal = `app_${randomBytes(12).toString('hex')}`;
  await session.query(
    'INSERT INTO copydesk.appeals (id, tenant, article_id, revision, person, text, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [appeal, tenant, articleId, revision, person.id, toSqlText(text), now],
  );
  await appendEvents(session, article, [{ name: 'appeal.opened', data: { by: person.id, appeal } }], now);
  return appeal;
}

/**
 * Appeals against the decision on an article, the machine's too, within six months; it comes to the desk again. What was decided on an appeal is
 * final. Resolves to the appeal's id. Throws `ReviewError` with the code `not_decided`, `appeal_open`, `appeal_late` or `appeal_decided`.
 */
export function openAppeal(desk: ReviewDesk, person: Person, key: ArticleKey, text: string): Promise<string> {
  return actOn(desk, person, key, (acting) => open(acting, person, text), { least: 'publisher' });
}
