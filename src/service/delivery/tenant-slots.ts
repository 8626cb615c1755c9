import type { TenantShare } from './tenant-share.ts';

/** Failures in a row after which an endpoint counts as away. */
const FAILURES = 3;
/** Attempts at a time at an endpoint that is away, or was never heard of: one, to see whether it answers. */
const PROBES = 1;
/** An endpoint that is away is asked at least this often. */
const MOST_REST_SECONDS = 60;
/**
 * Tenants that are remembered beside those in flight: all of them go with every claim. One that is forgotten has one slot again until its
 * endpoint answers, or is probed a little sooner.
 */
const MOST_REMEMBERED = 1000;

interface Standing {
  readonly inFlight: number;
  /** In a row. */
  readonly failures: number;
  /** Whether it has answered since it was last away. */
  readonly isProven: boolean;
  /** No probe before this time of `performance.now()`. */
  readonly restUntil: number;
}

const UNKNOWN: Standing = { inFlight: 0, failures: 0, isProven: false, restUntil: 0 };

/**
 * A probe that held its slot for long is followed by a rest, longer each time: an endpoint that hangs costs a slot for a part of the time
 * only, and one that refuses at once is asked again at once.
 */
function restSeconds(failures: number, heldSeconds: number): number {
  return failures < FAILURES ? 0 : Math.min(MOST_REST_SECONDS, heldSeconds * (failures - FAILURES + 1));
}

/**
 * Who may send how much at a time, so that endpoints that are slow or away hold up nobody else's deliveries. One tenant has a quarter of the
 * slots; all tenants whose last attempt failed have a quarter together.
 */
export class TenantSlots {
  readonly #total: number;
  readonly #quarter: number;
  /** In the order of their last use. */
  readonly #standings = new Map<string, Standing>();
  #taken = 0;

  constructor(total: number) {
    this.#total = total;
    this.#quarter = Math.ceil(total / 4);
  }

  get free(): number {
    return this.#total - this.#taken;
  }

  /** Free slots of all tenants together that come behind. */
  get freeBehind(): number {
    const failing = [...this.#standings.values()].filter(({ failures }) => failures > 0);
    return Math.max(0, this.#quarter - failing.reduce((sum, { inFlight }) => sum + inFlight, 0));
  }

  /** What tenants may have whose endpoints have been tried here; everybody else may have one slot. */
  shares(): Readonly<Record<string, TenantShare>> {
    const now = performance.now();
    const shares = [...this.#standings].map(([tenant, standing]) => [tenant, this.#shareOf(standing, now)] as const);
    return Object.fromEntries(shares);
  }

  /** `isBehind`: as the claim found the tenant, which this process may not know yet. */
  take(tenant: string, isBehind: boolean): void {
    const standing = this.#standings.get(tenant) ?? UNKNOWN;
    const failures = Math.max(standing.failures, isBehind ? 1 : 0);
    this.#taken++;
    this.#put(tenant, { ...standing, failures, inFlight: standing.inFlight + 1 });
  }

  /** `heldSeconds`: how long the attempt took. */
  giveBack(tenant: string, isAnswered: boolean, heldSeconds: number): void {
    const standing = this.#standings.get(tenant) ?? UNKNOWN;
    const failures = isAnswered ? 0 : standing.failures + 1;
    this.#taken--;
    this.#put(tenant, {
      inFlight: Math.max(0, standing.inFlight - 1),
      failures,
      isProven: isAnswered || (standing.isProven && failures < FAILURES),
      restUntil: performance.now() + restSeconds(failures, heldSeconds) * 1000,
    });
    this.#forget();
  }

  #put(tenant: string, standing: Standing): void {
    this.#standings.delete(tenant);
    this.#standings.set(tenant, standing);
  }

  /** Forgets tenants that are not in flight, the longest unused first. */
  #forget(): void {
    for (const [tenant, { inFlight }] of this.#standings) {
      if (this.#standings.size - this.#taken <= MOST_REMEMBERED) return;
      if (inFlight === 0) this.#standings.delete(tenant);
    }
  }

  #shareOf({ inFlight, failures, isProven, restUntil }: Standing, now: number): TenantShare {
    const most = isProven ? this.#quarter : now < restUntil ? 0 : PROBES;
    const free = Math.max(0, most - inFlight);
    // A tenant that was never answered stands as the store knows it.
    return isProven || failures > 0 ? { free, inFlight, isBehind: failures > 0 } : { free, inFlight };
  }
}
