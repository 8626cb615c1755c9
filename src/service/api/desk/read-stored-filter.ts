import { type QueueFilterShape, queueFilterShape } from './shapes/queue-filter-shape.ts';

/** The filter of a saved view. One from another version of Copydesk, with a kind of finding that this one does not know, filters nothing. */
export function readStoredFilter(filter: object): QueueFilterShape {
  return queueFilterShape.safeParse(filter).data ?? {};
}
