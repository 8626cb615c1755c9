/** A delivery, as far as it says whether anybody was told. */
interface Notice {
  readonly id: string;
  readonly type: string;
  readonly state: string;
  readonly attempts: number;
}

/** An event of a revision. */
interface Past {
  readonly number: number;
  readonly name: string;
  readonly data: object;
}

/** What a publisher may know of a revision. */
export interface Told<Event> {
  /** In their order. */
  readonly shown: readonly Event[];
  /** That of the decision that is held back. */
  readonly held: Event | undefined;
  /** Ids of the deliveries that nobody was told of. */
  readonly untold: ReadonlySet<string>;
}

/** Nobody was told of it: it is held back, or was taken back while it was. */
function isUntold({ type, state, attempts }: Notice): boolean {
  if (state === 'held') return true;
  return state === 'cancelled' && attempts === 0 && (type === 'review.accepted' || type === 'review.rejected');
}

function deliveryOf({ data }: Past): unknown {
  const delivery: unknown = 'delivery' in data ? data.delivery : undefined;
  return typeof delivery === 'object' && delivery !== null && 'id' in delivery ? delivery.id : undefined;
}

const isSilent = ({ name, data }: Past) => name === 'decision.undone' && !('told' in data && data.told === true);

/**
 * The events of a revision that its publisher may know of: those before a decision that is held back, without decisions that were taken back
 * while they were. `deliveries`: those of the revision. Pure.
 */
export function listTold<Event extends Past>(history: readonly Event[], deliveries: readonly Notice[]): Told<Event> {
  const untold = new Set(deliveries.filter(isUntold).map(({ id }) => id));
  const heldId = deliveries.find(({ state }) => state === 'held')?.id;
  const held = heldId === undefined ? undefined : history.find((event) => deliveryOf(event) === heldId);
  const isTold = (event: Event) => {
    const delivery = deliveryOf(event);
    return !(typeof delivery === 'string' && untold.has(delivery)) && !isSilent(event);
  };
  const shown = history.filter((event) => (held === undefined || event.number < held.number) && isTold(event));
  return { shown, held, untold };
}
