import type { Redis } from 'ioredis';
import { Counter, Gauge, type Registry } from 'prom-client';

/** Lines of `INFO`, which also servers that refuse `CONFIG` answer. */
export function parseInfo(info: string): ReadonlyMap<string, string> {
  const pairs = info.split('\n').flatMap((line): [string, string][] => {
    const at = line.indexOf(':');
    return at > 0 && !line.startsWith('#') ? [[line.slice(0, at), line.slice(at + 1).trim()]] : [];
  });
  return new Map(pairs);
}

function createGauges(registry: Registry) {
  const gauge = (name: string, help: string) => new Gauge({ name: `copydesk_redis_${name}`, help, registers: [registry] });
  return {
    up: gauge('up', 'Whether the Redis of the queue answers.'),
    evicted: new Counter({
      name: 'copydesk_redis_evicted_keys_total',
      help: 'Keys that Redis has dropped to make room: each may be a job.',
      registers: [registry],
    }),
    noeviction: gauge('noeviction', 'Whether Redis is set to drop nothing.'),
    aofEnabled: gauge('aof_enabled', 'Whether Redis keeps an append-only file.'),
    aofOk: gauge('aof_ok', 'Whether the last writes of the append-only file succeeded.'),
    used: gauge('memory_used_bytes', 'Memory that Redis uses.'),
    most: gauge('memory_max_bytes', 'Memory that Redis may use; 0: without a limit.'),
    clients: gauge('clients', 'Connections to Redis.'),
  };
}

type Gauges = ReturnType<typeof createGauges>;

const toFlag = (is: boolean): number => (is ? 1 : 0);

function setAll(gauges: Gauges, info: ReadonlyMap<string, string>): void {
  const count = (name: string) => Number(info.get(name) ?? 0);
  gauges.up.set(1);
  // Redis counts, since its own start.
  gauges.evicted.reset();
  gauges.evicted.inc(count('evicted_keys'));
  gauges.noeviction.set(toFlag(info.get('maxmemory_policy') === 'noeviction'));
  gauges.aofEnabled.set(count('aof_enabled'));
  gauges.aofOk.set(toFlag(info.get('aof_last_write_status') === 'ok' && info.get('aof_last_bgrewrite_status') === 'ok'));
  gauges.used.set(count('used_memory'));
  gauges.most.set(count('maxmemory'));
  gauges.clients.set(count('connected_clients'));
}

function forgetAll({ up, ...gauges }: Gauges): void {
  for (const gauge of Object.values(gauges)) gauge.remove();
  up.set(0);
}

/** Puts gauges of the Redis into a registry. Returns what brings them up to date; it never rejects. */
export function createRedisMetrics(registry: Registry, redis: Pick<Redis, 'info'>): () => Promise<void> {
  const gauges = createGauges(registry);
  return async () => {
    try {
      setAll(gauges, parseInfo(await redis.info()));
    } catch {
      forgetAll(gauges);
    }
  };
}
