import type { z } from 'zod';
import type { Viewer } from '../delivery/viewer.ts';
import type { SqlSession } from '../store/sql-pool.ts';
import { toArticleRow } from './article-row.ts';
import { type ArticleStateRow, type DeliveryJson, FIND_ARTICLE_STATE } from './article-state-row.ts';
import { concealDecision, concealUntold } from './conceal.ts';
import { toDelivery } from './delivery-row.ts';
import type { articleShape, deliveryShape } from './shapes/article-shape.ts';

/** A revision of an article with all that is known of it; `result` is the stored JSON. */
export interface ArticleStateAnswer {
  readonly fields: object;
  readonly result: string | undefined;
  /** A decision that is due is held back still: see `releaseHeld`. */
  readonly isOverdue: boolean;
}

const toIso = (time: string) => new Date(time).toISOString();

function readDelivery(row: DeliveryJson): z.infer<typeof deliveryShape> {
  const lastAttemptAt = row.last_attempt_at === null ? null : new Date(row.last_attempt_at);
  return toDelivery({ ...row, created_at: new Date(row.created_at), last_attempt_at: lastAttemptAt });
}

type Appeal = z.infer<typeof articleShape>['appeals'][number];

function readAppeal({ id, opened_at, ended_at, upheld, closed_reason }: ArticleStateRow['appeals'][number]): Appeal {
  const about = {
    id,
    openedAt: toIso(opened_at),
    endedAt: ended_at === null ? null : toIso(ended_at),
    closedReason: closed_reason,
  };
  if (upheld !== null) return { ...about, state: upheld ? 'upheld' : 'turned_down' };
  return { ...about, state: ended_at === null ? 'open' : 'closed' };
}

function describe(row: ArticleStateRow): object {
  const { processing, review, decision, delivery, attempt, revisions, history, deliveries, appeals } = row;
  return {
    ...{ ...toArticleRow(row), processing, review, decision, delivery, attempt, revisions },
    history: history.map((event) => ({ ...event, time: toIso(event.time) })),
    deliveries: deliveries.map(readDelivery),
    appeals: appeals.map(readAppeal),
  };
}

/** A revision of an article as the viewer may see it, the newest when none is named, or `undefined`. */
export async function readArticleState(
  session: SqlSession,
  tenant: string,
  { id, revision }: { readonly id: string; readonly revision: number | undefined },
  { seesHeld, blindTo }: Viewer,
): Promise<ArticleStateAnswer | undefined> {
  const isBlind = blindTo.has(id);
  const { rows } = await session.query<ArticleStateRow>(FIND_ARTICLE_STATE, [tenant, id, revision ?? null, seesHeld, isBlind]);
  const [row] = rows;
  if (!row) return undefined;
  const told = seesHeld ? row : concealUntold(row);
  const shown = isBlind && row.review === 'decided' ? concealDecision(told) : told;
  return { fields: describe(shown), result: row.result ?? undefined, isOverdue: row.is_overdue };
}
