import { setTimeout as sleep } from 'node:timers/promises';
import { type Loop, startLoop } from '../process/start-loop.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import { errorCode } from '../telemetry/error-code.ts';
import type { Log } from '../telemetry/open-log.ts';
import { startSpan } from '../telemetry/trace.ts';
import { claimDeliveries } from './claim-deliveries.ts';
import type { ClaimedDelivery } from './claimed-delivery.ts';
import { logAttempted, logRecorded } from './log-recorded.ts';
import { nextWait } from './next-wait.ts';
import { openSender, type Sender, type SenderSettings } from './open-sender.ts';
import { readNextDue } from './read-next-due.ts';
import { type Attempted, recordOutcomes } from './record-outcomes.ts';
import type { SendResult } from './send-result.ts';
import { TenantSlots } from './tenant-slots.ts';
import { tidyDeliveries } from './tidy-deliveries.ts';

export interface DeliverSettings extends SenderSettings {
  /** Attempts at a time; see `TenantSlots`. */
  readonly concurrency: number;
  /** Seconds until the attempt after the given one; `nextWait` when absent. */
  readonly wait?: typeof nextWait;
}

export interface Deliver {
  /** Looks for deliveries now instead of at the next round. */
  readonly wake: () => void;
  /** Begins nothing new, gives attempts in hand a few seconds, then hangs up, and records what became of them. */
  readonly stop: () => Promise<void>;
}

/** What an attempt may need besides its own time: to be claimed, and to be recorded. */
const LEASE_MARGIN_SECONDS = 10;
/** Notices come sooner; they may be lost. */
const MOST_IDLE_MS = 2000;
/** Rounds with something to do begin no faster than this, so that under load each takes a batch; a decision that comes alone does not wait. */
const PACE_MS = 50;
const STOP_GRACE_MS = 5000;
const TIDY_MS = 60_000;

function toAttempted(claim: ClaimedDelivery, result: SendResult, wait: typeof nextWait): Attempted {
  if (result.kind === 'succeeded') return { claim, result, waitSeconds: 0, isFinal: false };
  // Stopped by ourselves: the next process sends it at once.
  if (result.code === 'stopped') return { claim, result, waitSeconds: 0, isFinal: false };
  return {
    claim,
    result,
    waitSeconds: wait(claim.attempt, result.retryAfterSeconds, Math.random()),
    isFinal: result.code === 'gone',
  };
}

/** Claims, sends outside of any transaction, records; round after round. */
class Deliverer implements Deliver {
  readonly #pool: SqlPool;
  readonly #log: Log;
  readonly #settings: DeliverSettings;
  readonly #sender: Sender;
  readonly #slots: TenantSlots;
  readonly #hangUp = new AbortController();
  readonly #inFlight = new Set<Promise<void>>();
  readonly #loop: Loop;
  /** Not recorded yet. */
  #over: readonly Attempted[] = [];
  #isStopping = false;
  #tidyAt = 0;
  #busyAt = -PACE_MS;

  constructor(pool: SqlPool, log: Log, settings: DeliverSettings) {
    this.#pool = pool;
    this.#log = log;
    this.#settings = settings;
    this.#sender = openSender(settings);
    this.#slots = new TenantSlots(settings.concurrency);
    this.#loop = startLoop(
      () => this.#round(),
      (error) => log('service.failed', { code: errorCode(error), component: 'deliver' }, startSpan()),
    );
  }

  readonly wake = (): void => this.#loop.wake();

  readonly stop = async (): Promise<void> => {
    this.#isStopping = true;
    await this.#loop.stop();
    const timer = setTimeout(() => this.#hangUp.abort(), STOP_GRACE_MS);
    await Promise.all(this.#inFlight);
    clearTimeout(timer);
    try {
      await this.#record();
    } finally {
      await this.#sender.close();
    }
  };

  async #attempt(claim: ClaimedDelivery): Promise<void> {
    const result = await this.#sender.send(claim, this.#hangUp.signal);
    this.#slots.giveBack(claim.article.key.tenant, result.kind === 'succeeded', result.seconds);
    this.#over = [...this.#over, toAttempted(claim, result, this.#settings.wait ?? nextWait)];
    this.#loop.wake();
  }

  #begin(claims: readonly ClaimedDelivery[]): void {
    for (const claim of claims) {
      this.#slots.take(claim.article.key.tenant, claim.isBehind);
      logAttempted(this.#log, claim);
      const running = this.#attempt(claim).finally(() => this.#inFlight.delete(running));
      this.#inFlight.add(running);
    }
  }

  /** What cannot be recorded now is recorded by a later round, if its lease lasts until then. */
  async #record(): Promise<void> {
    const attempts = this.#over;
    this.#over = [];
    try {
      logRecorded(this.#log, await recordOutcomes(this.#pool, attempts));
    } catch (error) {
      this.#over = [...attempts, ...this.#over];
      throw error;
    }
  }

  async #tidy(): Promise<void> {
    if (performance.now() < this.#tidyAt) return;
    await tidyDeliveries({ pool: this.#pool, log: this.#log });
    this.#tidyAt = performance.now() + TIDY_MS;
  }

  /** Returns how long nothing is to be done, in milliseconds. */
  async #round(): Promise<number> {
    const early = this.#busyAt + PACE_MS - performance.now();
    if (early > 0) await sleep(early);
    if (this.#over.length > 0) this.#busyAt = performance.now();
    await this.#record();
    await this.#tidy();
    const limit = this.#slots.free;
    if (this.#isStopping || limit === 0) return MOST_IDLE_MS;
    const leaseSeconds = this.#settings.timeoutSeconds + LEASE_MARGIN_SECONDS;
    const limits = { limit, limitBehind: this.#slots.freeBehind, shares: this.#slots.shares(), leaseSeconds };
    const claims = await claimDeliveries(this.#pool, limits);
    this.#begin(claims);
    if (claims.length > 0) this.#busyAt = performance.now();
    return claims.length > 0 ? 0 : readNextDue(this.#pool, MOST_IDLE_MS);
  }
}

/** Sends what is due until stopped. */
export function startDeliver(pool: SqlPool, log: Log, settings: DeliverSettings): Deliver {
  return new Deliverer(pool, log, settings);
}
