import type { Config } from '../config.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import type { Tracing } from '../telemetry/tracing/tracing.ts';
import { openRedisTransport } from './redis-transport.ts';
import { openSqlTransport } from './sql-transport.ts';
import type { Transport } from './transport.ts';

/** Opens the queue on the transport that the settings ask for. `onError` hears of connections that drop. */
export function openTransport(
  { queue }: Config,
  pool: SqlPool,
  onError: (error: Error) => void,
  toTraceparent?: Tracing['toTraceparent'],
): Promise<Transport> {
  return queue.kind === 'redis'
    ? openRedisTransport(queue.url, onError, toTraceparent)
    : openSqlTransport(pool, onError, toTraceparent);
}
