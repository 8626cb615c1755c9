import { type QueueFilterShape, queueFilterShape } from './shapes/queue-filter-shape.ts';

/**
 * The filter of a saved view; `undefined` for one from another version of Copydesk, with a kind of finding, say, that this one does not know:
 * what is left of it would let more through than whoever saved it wanted.
 */
export function readStoredFilter(filter: object): QueueFilterShape | undefined {
  return queueFilterShape.safeParse(filter).data;
}
