/** The queue as somebody last saw it, so that one article leads to the next. */
interface Seen {
  readonly id: string;
  readonly revision: number;
}

let order: readonly Seen[] = [];
let opened: string | null = null;

/** Keeps the order of a list that is shown. */
export function keepOrder(articles: readonly Seen[]): void {
  order = articles.map(({ id, revision }) => ({ id, revision }));
}

/** The article so many places after another one; `undefined` beyond the ends and for an article that was not in the list. */
export function findNeighbour(id: string, steps: number): Seen | undefined {
  const at = order.findIndex((one) => one.id === id);
  return at === -1 ? undefined : order[at + steps];
}

/** Keeps which article was last opened. */
export function keepOpened(id: string): void {
  opened = id;
}

/** The article from which somebody comes back to the list, told once. */
export function takeOpened(): string | null {
  const id = opened;
  opened = null;
  return id;
}
