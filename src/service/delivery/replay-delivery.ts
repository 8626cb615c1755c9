import type { SqlPool } from '../store/sql-pool.ts';
import type { Log } from '../telemetry/open-log.ts';
import { type ReplayOutcome, replayDeliveries } from './replay-deliveries.ts';

/**
 * For `POST /v1/deliveries/{id}/replay`: `replayed` is 202, `unknown` 404, the others 409 with the outcome as their code.
 */
export async function replayDelivery(
  pool: SqlPool,
  log: Log,
  { tenant, id }: { readonly tenant: string; readonly id: string },
): Promise<ReplayOutcome> {
  const outcomes = await replayDeliveries(pool, log, [id], tenant);
  return outcomes.get(id) ?? 'unknown';
}
