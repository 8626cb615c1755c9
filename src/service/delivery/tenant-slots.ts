/** Failures in a row after which an endpoint counts as away. */
const FAILURES = 3;
/** Attempts at a time at an endpoint that is away: one, to see whether it is back. */
const PROBES = 1;

/**
 * Who may send how much at a time, so that endpoints that are slow or away hold up nobody else's deliveries.
 */
export class TenantSlots {
  readonly #total: number;
  readonly #perTenant: number;
  readonly #inFlight = new Map<string, number>();
  readonly #failures = new Map<string, number>();
  #taken = 0;

  constructor(total: number, perTenant: number) {
    this.#total = total;
    this.#perTenant = perTenant;
  }

  get free(): number {
    return this.#total - this.#taken;
  }

  get perTenant(): number {
    return this.#perTenant;
  }

  /** Free slots of the tenants that have fewer than `perTenant`. */
  freeByTenant(): Readonly<Record<string, number>> {
    const tenants = new Set([...this.#inFlight.keys(), ...this.#failures.keys()]);
    return Object.fromEntries([...tenants].map((tenant) => [tenant, this.#freeOf(tenant)]));
  }

  take(tenant: string): void {
    this.#taken++;
    this.#inFlight.set(tenant, (this.#inFlight.get(tenant) ?? 0) + 1);
  }

  giveBack(tenant: string, isAnswered: boolean): void {
    this.#taken--;
    const left = (this.#inFlight.get(tenant) ?? 1) - 1;
    if (left > 0) this.#inFlight.set(tenant, left);
    else this.#inFlight.delete(tenant);
    if (isAnswered) this.#failures.delete(tenant);
    else this.#failures.set(tenant, (this.#failures.get(tenant) ?? 0) + 1);
  }

  #freeOf(tenant: string): number {
    const most = (this.#failures.get(tenant) ?? 0) >= FAILURES ? PROBES : this.#perTenant;
    return Math.max(0, most - (this.#inFlight.get(tenant) ?? 0));
  }
}
