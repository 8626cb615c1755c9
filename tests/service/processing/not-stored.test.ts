import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Desk } from '../../../src/service/open-desk.ts';
import { expectFold, openTestDesk, readLog, untilOver } from '../open-test-desk.ts';
import { availableModes, createPlace, type TestPlace } from '../test-place.ts';

/** A desk's pool as a test sees it: its statements can be refused. */
type Refusable = { query: (text: string, values?: unknown[]) => Promise<unknown> };

/** The store refuses, as when its disk is full, the next statements that hold a word. */
function refuse(desk: Desk, word: string, times: number): void {
  const pool = desk.pool as unknown as Refusable;
  const query = pool.query.bind(pool);
  let left = times;
  pool.query = (text, ...values) => {
    if (left === 0 || !JSON.stringify([text, values]).includes(word)) return query(text, ...values);
    left--;
    return Promise.reject(Object.assign(new Error('could not extend file'), { code: '53100' }));
  };
}

describe.each(availableModes())('an attempt that the store refuses, in the mode %s', (mode) => {
  let place: TestPlace;
  let desk: Desk;
  beforeEach(async () => {
    place = await createPlace(mode);
    desk = await openTestDesk({ ...place, env: { ...place.env, COPYDESK_METRICS_PORT: '0' } });
  });
  afterEach(async () => {
    await desk.close();
    await place.remove();
  });

  const submit = async () =>
    (await desk.accept({ id: 'one', text: 'Merrow has a new ferry. It runs from spring.', source: 'quay' })).article;
  const linesOf = (...events: readonly string[]) => readLog(place).filter(({ event }) => events.includes(String(event)));
  const readMetrics = async () => (await fetch(desk.metricsUrl ?? '')).text();

  it('is ended by a line, counted as failed, and tried again', async () => {
    refuse(desk, 'article.cleaned', 1);
    const { key } = await submit();
    expect((await untilOver(desk.pool, key)).state).toMatchObject({ processing: 'cleaned', attempt: 2 });
    await expectFold(desk.pool, key);
    // A line is told after what it tells of is stored, so the store may be seen first.
    const ends = () => linesOf('processing.abandoned', 'article.cleaned');
    await vi.waitFor(() => expect(ends()).toHaveLength(2), { timeout: 10_000 });
    expect(ends()).toMatchObject([{ event: 'processing.abandoned', attempt: 1, code: 'not_stored' }, { attempt: 2 }]);
    expect(linesOf('service.failed')).toMatchObject([{ component: 'worker', code: '53100' }]);
    const metrics = await readMetrics();
    for (const line of [
      'copydesk_processing_failed_total{code="not_stored",final="false"} 1',
      'copydesk_processing_abandoned_total{code="not_stored"} 1',
      'copydesk_processing_seconds_count{result="failed"} 1',
    ])
      expect(metrics).toContain(line);
  });

  it('is told of when not even its start could be stored', async () => {
    refuse(desk, 'processing.started', 1);
    const { key } = await submit();
    await untilOver(desk.pool, key);
    expect(linesOf('service.failed')).toMatchObject([{ component: 'worker', code: '53100' }]);
    expect(linesOf('processing.abandoned')).toEqual([]);
  });
});
