import type { DeliveryType } from '../../../delivery/delivery-type.ts';
import { type Records, releaseHeld } from '../../../delivery/release-held.ts';
import type { DeliveryState } from '../../../store/article-state.ts';

/** A delivery of an article, as far as it says whether anybody was told. */
export interface ToldDelivery {
  readonly id: string;
  readonly revision: number;
  readonly type: DeliveryType;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** Held back although it is due. */
  readonly is_due: boolean;
}

const READ = `SELECT id, revision, type, state, attempts, state = 'held' AND due_at <= now() AS is_due FROM copydesk.deliveries
  WHERE tenant = $1 AND article_id = $2 ORDER BY seq`;

/** The deliveries of all revisions of an article; what is due is released first. */
export async function readToldDeliveries(records: Records, tenant: string, id: string): Promise<readonly ToldDelivery[]> {
  const read = async () => (await records.pool.query<ToldDelivery>(READ, [tenant, id])).rows;
  const deliveries = await read();
  if (!deliveries.some(({ is_due }) => is_due)) return deliveries;
  await releaseHeld(records, tenant);
  return read();
}
