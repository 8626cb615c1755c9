import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { createRedisMetrics, parseInfo } from '../../../../src/service/telemetry/metrics/redis-metrics.ts';

const INFO = [
  '# Server\r',
  'redis_version:7.0.15\r',
  'maxmemory:1048576\r',
  'used_memory:524288\r',
  'maxmemory_policy:noeviction\r',
  'aof_enabled:1\r',
  'aof_last_write_status:err\r',
  'aof_last_bgrewrite_status:ok\r',
  'evicted_keys:3\r',
  'connected_clients:7\r',
].join('\n');

it('reads what Redis says of itself', () => {
  expect(parseInfo(INFO).get('redis_version')).toBe('7.0.15');
  expect(parseInfo('# nothing\r\n\r\n:odd\r\n').size).toBe(0);
});

it('tells of a Redis that answers, and of one that does not only that', async () => {
  const registry = new Registry();
  let isAway = false;
  const refresh = createRedisMetrics(registry, {
    info: () => (isAway ? Promise.reject(new Error('away')) : Promise.resolve(INFO)),
  });
  await refresh();
  const told = await registry.metrics();
  for (const sample of [
    'up 1',
    'evicted_keys_total 3',
    'noeviction 1',
    'aof_enabled 1',
    'aof_ok 0',
    'memory_max_bytes 1048576',
  ]) {
    expect(told).toContain(`\ncopydesk_redis_${sample}\n`);
  }
  isAway = true;
  await refresh();
  const away = await registry.metrics();
  expect(away).toContain('\ncopydesk_redis_up 0\n');
  expect(away).not.toMatch(/^copydesk_redis_(?!up)\w+ /mu);
});
