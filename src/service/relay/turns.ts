import type { OutboxRow, Served } from '../store/take-outbox.ts';

/** Tenants remembered at most; one that is forgotten is taken for newly come. */
const REMEMBERED = 10_000;

/**
 * Whose turn it is. Each row taken moves its tenant on by one over its weight, and the tenant that has moved least comes next; one
 * that had nothing waiting starts where the others are, so that it cannot save turns up.
 */
export class Turns {
  #served = new Map<string, number>();
  #floor = 0;

  get served(): Served {
    return { byTenant: Object.fromEntries(this.#served), floor: this.#floor };
  }

  /** Notes what was taken; `isAll` says that nothing was left waiting. */
  note(taken: readonly OutboxRow[], isAll: boolean): void {
    const latest = new Map(taken.map(({ article, turn }) => [article.key.tenant, turn]));
    for (const [tenant, turn] of latest) this.#served.set(tenant, turn);
    // Rows come in the order of their turns: nobody who still waits has had less than the first of them.
    const [first] = taken;
    if (first) this.#floor = Math.max(this.#floor, first.turn - 1);
    if (isAll || this.#served.size > REMEMBERED) this.#served.clear();
    for (const [tenant, turn] of this.#served) if (turn <= this.#floor) this.#served.delete(tenant);
  }
}
