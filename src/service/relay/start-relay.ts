import type { ModerationQueue } from '../queue/transport.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import { errorCode } from '../telemetry/error-code.ts';
import type { Log } from '../telemetry/open-log.ts';
import { startSpan } from '../telemetry/trace.ts';
import { reconcile } from './reconcile.ts';
import { relayOutbox } from './relay-outbox.ts';

export interface Relay {
  /** Looks at the outbox now instead of at the next round. */
  readonly wake: () => void;
  /** Resolves when the round in hand is over. */
  readonly stop: () => Promise<void>;
}

export interface RelaySettings {
  readonly reconcileSeconds: number;
  /** Articles changed less than this long ago are not missed yet. */
  readonly graceSeconds: number;
}

const IDLE_MS = 200;
const AFTER_ERROR_MS = 1000;

/** Sleeps that `wake` and `stop` end early. */
class Alarm {
  #end: (() => void) | undefined;
  #rang = false;

  ring(): void {
    this.#rang = true;
    this.#end?.();
  }

  async sleep(ms: number): Promise<void> {
    if (!this.#rang) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.#end = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#rang = false;
    this.#end = undefined;
  }
}

/** Moves the outbox to the queue until stopped, and compares store and queue at the start and from time to time. */
export function startRelay(pool: SqlPool, queue: ModerationQueue, log: Log, settings: RelaySettings): Relay {
  const alarm = new Alarm();
  let stopping = false;
  let nextReconcile = 0;

  async function round(): Promise<number> {
    if (Date.now() >= nextReconcile) {
      await reconcile(pool, queue, log, settings.graceSeconds);
      nextReconcile = Date.now() + settings.reconcileSeconds * 1000;
    }
    return (await relayOutbox(pool, queue, log)) > 0 ? 0 : IDLE_MS;
  }

  async function run(): Promise<void> {
    while (!stopping) {
      const pause = await round().catch((error: unknown) => {
        log('service.failed', { code: errorCode(error), component: 'relay' }, startSpan());
        return AFTER_ERROR_MS;
      });
      if (pause > 0 && !stopping) await alarm.sleep(pause);
    }
  }

  const running = run();
  return {
    wake: () => alarm.ring(),
    stop: async () => {
      stopping = true;
      alarm.ring();
      await running;
    },
  };
}
