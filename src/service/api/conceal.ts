import { foldDecisions } from '../review/read-decisions.ts';
import type { ArticleStateRow } from './article-state-row.ts';

type History = ArticleStateRow['history'];
type Deliveries = ArticleStateRow['deliveries'];

/** Nobody was told of it: it is held back, or was taken back while it was. */
function isUntold({ type, state, attempts }: Deliveries[number]): boolean {
  if (state === 'held') return true;
  return state === 'cancelled' && attempts === 0 && (type === 'review.accepted' || type === 'review.rejected');
}

function deliveryOf({ data }: History[number]): string | undefined {
  return 'delivery' in data && typeof data.delivery === 'object' ? data.delivery.id : undefined;
}

/** Where the article stood before the event of a decision. */
function standBefore(event: History[number], before: History): Pick<ArticleStateRow, 'review' | 'decision'> {
  if (event.name === 'appeal.decided') {
    const appealed = foldDecisions(before.map((one) => ({ ...one, time: new Date(one.time) }))).at(-1);
    return { review: 'appealed', decision: appealed && appealed.by !== null ? appealed.decision : null };
  }
  const last = before.findLast(({ name }) => name === 'review.escalated' || name === 'article.flagged');
  return { review: last?.name === 'review.escalated' ? 'escalated' : 'flagged', decision: null };
}

/** The decision that is held back is left out, with all that came after; its appeal is open. */
function concealHeld(row: ArticleStateRow, held: History[number]): ArticleStateRow {
  const history = row.history.filter(({ number }) => number < held.number);
  const appeal = held.name === 'appeal.decided' ? held.data.appeal : undefined;
  const appeals = row.appeals.map((one) => (one.id === appeal ? { ...one, ended_at: null, upheld: null } : one));
  const changed_at = row.flagged_at ?? row.received_at;
  return { ...row, ...standBefore(held, history), history, appeals, status: 'flagged', changed_at };
}

/**
 * An article as its publisher may know it: without the decision that is held back, as if it were not made, and without decisions that were
 * taken back while they were. Pure.
 */
export function concealUntold(row: ArticleStateRow): ArticleStateRow {
  const untold = new Set(row.deliveries.filter(isUntold).map(({ id }) => id));
  if (untold.size === 0) return row;
  const held = row.deliveries.find(({ state }) => state === 'held')?.id;
  const event = held === undefined ? undefined : row.history.find((one) => deliveryOf(one) === held);
  const shown = event ? concealHeld(row, event) : row;
  const isTold = (one: History[number]) =>
    !(untold.has(deliveryOf(one) ?? '') || (one.name === 'decision.undone' && !one.data.told));
  const deliveries = row.deliveries.filter(({ id }) => !untold.has(id));
  const delivery = event ? (deliveries.at(-1)?.state ?? 'none') : row.delivery;
  return { ...shown, history: shown.history.filter(isTold), deliveries, delivery };
}

const OF_MACHINE = /^(?:article|processing)\./u;

/** An article for whoever is to look at its decision a second time: as if nobody had looked at it. Pure. */
export function concealDecision(row: ArticleStateRow): ArticleStateRow {
  const deliveries = row.deliveries.filter(({ type }) => type.startsWith('article.'));
  return {
    ...row,
    ...{ status: 'flagged', review: 'flagged', decision: null, delivery: deliveries.at(-1)?.state ?? 'none' },
    ...{ deliveries, appeals: [], history: row.history.filter(({ name }) => OF_MACHINE.test(name)) },
    changed_at: row.flagged_at ?? row.received_at,
  };
}
