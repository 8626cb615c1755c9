import type { Config } from '../config.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import { openRedisTransport } from './redis-transport.ts';
import { openSqlTransport } from './sql-transport.ts';
import type { Transport } from './transport.ts';

/** Opens the queue on the transport that the settings ask for. `onError` hears of connections that drop. */
export function openTransport(config: Config, pool: SqlPool, onError: (error: Error) => void): Promise<Transport> {
  return config.queue.kind === 'redis' ? openRedisTransport(config.queue.url, onError) : openSqlTransport(pool, onError);
}
