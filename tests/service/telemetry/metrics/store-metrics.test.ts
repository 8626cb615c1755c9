import { Registry } from 'prom-client';
import { expect, it, vi } from 'vitest';
import type { SqlSession } from '../../../../src/service/store/sql-pool.ts';
import { createStoreMetrics } from '../../../../src/service/telemetry/metrics/store-metrics.ts';
import { openTestStore } from '../../open-test-store.ts';

const tell = async (registry: Registry) => (await registry.metrics()).split('\n').filter((line) => /^copydesk_/u.test(line));

it('tells of a database that is away only that, and all again when it is back', async () => {
  const store = await openTestStore('embedded');
  const now = vi.spyOn(performance, 'now').mockReturnValue(0);
  let isAway = false;
  const query: SqlSession['query'] = (text, params) =>
    isAway ? Promise.reject(new Error('away')) : store.pool.query(text, params);
  const registry = new Registry();
  const refresh = createStoreMetrics(registry, { query });
  const at = async (milliseconds: number) => {
    now.mockReturnValue(milliseconds);
    await refresh();
    return tell(registry);
  };
  try {
    const before = await at(0);
    expect(before).toContain('copydesk_store_up 1');
    expect(before).toContain('copydesk_review_open{review="flagged"} 0');
    expect(before.length).toBeGreaterThan(15);
    isAway = true;
    expect(await at(2000)).toEqual(before);
    expect(await at(5000)).toEqual(['copydesk_store_up 0']);
    expect(await at(10_000)).toEqual(['copydesk_store_up 0']);
    isAway = false;
    expect((await at(15_000)).map((line) => line.split(' ')[0])).toEqual(before.map((line) => line.split(' ')[0]));
  } finally {
    await store.close();
  }
});
