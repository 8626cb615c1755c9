import type { ArticleEvent } from '../store/article-event.ts';
import type { ArticleKey } from '../store/article-key.ts';
import type { ReviewDecision } from '../store/review-event.ts';
import type { SqlSession } from '../store/sql-pool.ts';

/** The decision on an article that stands, or stood before it was appealed. */
export interface StandingDecision {
  /** The number of its event. */
  readonly number: number;
  readonly time: Date;
  /** Null: the machine. */
  readonly by: string | null;
  readonly decision: ReviewDecision;
  /** SHA-256 of the result that it is about; null: the machine's. */
  readonly result: string | null;
  /** The appeal that it decided. */
  readonly appeal: string | null;
  /** The id of the delivery that tells of it. */
  readonly delivery: string | null;
}

/** An event with its place and time. */
type Row = ArticleEvent & { readonly number: number; readonly time: Date };

const NAMES = ['review.decided', 'appeal.decided', 'decision.undone', 'article.accepted', 'article.flagged', 'article.replayed'];

/** The decisions that stand after an event, the newest last: an appeal leaves the one before in its place, until it is undone. */
function follow(standing: readonly StandingDecision[], event: Row): readonly StandingDecision[] {
  const { number, time } = event;
  switch (event.name) {
    case 'review.decided':
    case 'appeal.decided': {
      const { by, decision, result, delivery } = event.data;
      const appeal = event.name === 'appeal.decided' ? event.data.appeal : null;
      return [...standing, { number, time, by, decision, result, appeal, delivery: delivery.id }];
    }
    case 'decision.undone':
      return standing.slice(0, -1);
    case 'article.accepted':
      return [
        { number, time, by: null, decision: 'accepted', result: null, appeal: null, delivery: event.data.delivery?.id ?? null },
      ];
    case 'article.flagged':
    case 'article.replayed':
      return [];
    default:
      return standing;
  }
}

/** The decisions that stand after these events of an article, the newest last. Pure. */
export function foldDecisions(events: readonly Row[]): readonly StandingDecision[] {
  return events.reduce<readonly StandingDecision[]>(follow, []);
}

/** The decisions on an article that stand, the newest last; more than one when appeals were decided. */
export async function readDecisions(
  session: SqlSession,
  { tenant, articleId, revision }: ArticleKey,
): Promise<readonly StandingDecision[]> {
  const { rows } = await session.query<Row>(
    `SELECT number, time, name, data FROM copydesk.events
      WHERE tenant = $1 AND article_id = $2 AND revision = $3 AND name = ANY($4) ORDER BY number`,
    [tenant, articleId, revision, NAMES],
  );
  return foldDecisions(rows);
}
