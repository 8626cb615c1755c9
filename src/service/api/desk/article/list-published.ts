import { listTold } from '../../list-told.ts';
import type { ToldDelivery } from './read-told-deliveries.ts';

/** An event of any revision of an article. */
interface Past {
  readonly revision: number;
  readonly number: number;
  readonly name: string;
  readonly data: object;
}

/** Events that a publisher is told of, or has part in; all others are the work of the desk. */
const PUBLISHED = /^(?:(?:article|processing|delivery|appeal)\.|review\.decided$|decision\.undone$)/u;

/**
 * The events that the publisher of an article sees, in their order. `deliveries`: those of all its revisions, read after the events, so that there
 * is no decision without its delivery. Pure.
 */
export function listPublished<Event extends Past>(
  history: readonly Event[],
  deliveries: readonly ToldDelivery[],
): readonly Event[] {
  const revisions = Map.groupBy(history, ({ revision }) => revision);
  const shown = new Set(
    [...revisions].flatMap(([of, events]) => {
      const own = deliveries.filter(({ revision }) => revision === of);
      return listTold(events, own).shown;
    }),
  );
  return history.filter((event) => shown.has(event) && PUBLISHED.test(event.name));
}
