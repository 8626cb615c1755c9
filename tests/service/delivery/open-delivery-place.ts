import { type Mode, readConfig } from '../../../src/service/config.ts';
import { type Deliver, type DeliverSettings, startDeliver } from '../../../src/service/delivery/start-deliver.ts';
import { parsePrivateTargets } from '../../../src/service/delivery/target/private-targets.ts';
import { openNotices } from '../../../src/service/store/notices.ts';
import { openStore } from '../../../src/service/store/open-store.ts';
import type { SqlPool } from '../../../src/service/store/sql-pool.ts';
import { type Log, openLog } from '../../../src/service/telemetry/open-log.ts';
import { expectLogContract } from '../open-test-desk.ts';
import { createPlace, type TestPlace } from '../test-place.ts';
import { NO_PRIVATE_TARGETS } from './target/no-private-targets.ts';

/** As given out by the API: 24 random bytes. */
export const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
export const OLD_SECRET = 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX';
export const LOOPBACK = parsePrivateTargets('127.0.0.0/8') ?? NO_PRIVATE_TARGETS;

export interface DeliveryPlace {
  readonly pool: SqlPool;
  readonly log: Log;
  readonly place: TestPlace;
  /** Makes or changes a tenant. */
  readonly setWebhook: (url: string | null, tenant?: string, secrets?: readonly string[]) => Promise<void>;
  /** Starts the role, which stops with the place. */
  readonly deliver: (settings?: Partial<DeliverSettings>) => Deliver;
  readonly stateOf: (delivery: string) => Promise<Record<string, unknown>>;
  /** Closes the store and leaves it to others. */
  readonly leave: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A store of its own, or one that is known, without any role. */
export async function openDeliveryPlace(mode: Mode, known?: TestPlace): Promise<DeliveryPlace> {
  const place = known ?? (await createPlace(mode));
  const store = await openStore(readConfig(place.env).store, () => undefined);
  const log = openLog(place.logFile, 'info');
  const notices = openNotices(store.pool, () => undefined);
  const running: Deliver[] = [];
  async function leave(): Promise<void> {
    await Promise.all(running.map((deliver) => deliver.stop()));
    await notices.close();
    await store.close();
  }
  return {
    pool: store.pool,
    log,
    place,
    setWebhook: async (url, tenant = 'default', secrets = [SECRET]) => {
      await store.pool.query(
        `INSERT INTO copydesk.tenants (id, webhook_url, webhook_secrets) VALUES ($1, $2, $3)
         ON CONFLICT (id) DO UPDATE SET webhook_url = excluded.webhook_url, webhook_secrets = excluded.webhook_secrets`,
        [tenant, url, secrets],
      );
    },
    deliver: (settings = {}) => {
      const deliver = startDeliver(store.pool, log, {
        privateTargets: LOOPBACK,
        timeoutSeconds: 15,
        concurrency: 16,
        wait: () => 0.05,
        ...settings,
      });
      notices.subscribe('copydesk_delivery', deliver.wake);
      running.push(deliver);
      return deliver;
    },
    stateOf: async (delivery) => {
      const { rows } = await store.pool.query<Record<string, unknown>>('SELECT * FROM copydesk.deliveries WHERE id = $1', [
        delivery,
      ]);
      return rows[0] ?? {};
    },
    leave,
    close: async () => {
      await leave();
      expectLogContract(place);
      await place.remove();
    },
  };
}
