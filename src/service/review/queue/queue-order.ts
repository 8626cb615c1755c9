import type { QueueState } from './queue-filter.ts';

/** In which order articles of a state come. */
export interface QueueOrder {
  /** What follows ORDER BY. */
  readonly text: string;
  /** Columns that make the place of an article, as a row, and how the next ones compare with it. */
  readonly row: string;
  readonly comparison: '>' | '<';
  /** Microseconds since 1970 of the first column. */
  readonly micros: string;
}

const toMicros = (column: string) => `(extract(epoch FROM ${column}) * 1000000)::bigint`;

const DUE: QueueOrder = {
  text: 'a.due_at, -a.priority, a.seq',
  row: '(a.due_at, -a.priority, a.seq)',
  comparison: '>',
  micros: toMicros('a.due_at'),
};

function newestFirst(column: string): QueueOrder {
  return {
    text: `${column} DESC, a.seq DESC`,
    row: `(${column}, 0, a.seq)`,
    comparison: '<',
    micros: toMicros(column),
  };
}

/** What is due first; of what is decided, the newest decision; of all articles, the newest. */
export function queueOrder(state: QueueState): QueueOrder {
  if (state === 'decided') return newestFirst('a.decided_at');
  return state === 'all' ? newestFirst('a.received_at') : DUE;
}
