import { foldDecisions } from '../review/read-decisions.ts';
import type { ArticleStateRow } from './article-state-row.ts';
import { listTold } from './list-told.ts';

type History = ArticleStateRow['history'];
/** Where the article stood before the event of a decision. */
function standBefore(event: History[number], before: History): Pick<ArticleStateRow, 'review' | 'decision'> {
  if (event.name === 'appeal.decided') {
    const appealed = foldDecisions(before.map((one) => ({ ...one, time: new Date(one.time) }))).at(-1);
    return { review: 'appealed', decision: appealed && appealed.by !== null ? appealed.decision : null };
  }
  const last = before.findLast(({ name }) => name === 'review.escalated' || name === 'article.flagged');
  return { review: last?.name === 'review.escalated' ? 'escalated' : 'flagged', decision: null };
}

/** As it was before the event of the decision that is held back; its appeal is open. */
function concealHeld(row: ArticleStateRow, held: History[number]): ArticleStateRow {
  const before = row.history.filter(({ number }) => number < held.number);
  const appeal = held.name === 'appeal.decided' ? held.data.appeal : undefined;
  const appeals = row.appeals.map((one) => (one.id === appeal ? { ...one, ended_at: null, upheld: null } : one));
  const changed_at = row.flagged_at ?? row.received_at;
  return { ...row, ...standBefore(held, before), appeals, status: 'flagged', changed_at };
}

/**
 * An article as its publisher may know it: without the decision that is held back, as if it were not made, and without decisions that were
 * taken back while they were. Pure.
 */
export function concealUntold(row: ArticleStateRow): ArticleStateRow {
  const { shown: history, held, untold } = listTold(row.history, row.deliveries);
  if (untold.size === 0) return row;
  const deliveries = row.deliveries.filter(({ id }) => !untold.has(id));
  const delivery = held ? (deliveries.at(-1)?.state ?? 'none') : row.delivery;
  return { ...(held ? concealHeld(row, held) : row), history, deliveries, delivery };
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
