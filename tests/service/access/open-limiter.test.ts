import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { type Limiter, MOST_WINDOW_SECONDS, openLimiter } from '../../../src/service/access/open-limiter.ts';
import { availableModes, createPlace, type TestPlace } from '../test-place.ts';

const WHERE = availableModes().filter((mode) => mode !== 'postgres');

describe.each(WHERE)('openLimiter in the mode %s', (mode) => {
  let place: TestPlace;
  let limiter: Limiter;
  const open = async () => {
    place = await createPlace(mode);
    limiter = openLimiter(place.env.REDIS_URL, () => undefined);
    // The connection to Redis is made meanwhile.
    await sleep(200);
  };
  afterEach(async () => {
    limiter.close();
    await place.remove();
  });

  it('lets through what a rate allows at once, and no more', async () => {
    await open();
    const rate = { perSecond: 1, burst: 3 };
    const taken = [await limiter.take('a', 2, rate), await limiter.take('a', 1, rate), await limiter.take('a', 1, rate)];
    expect(taken.map(({ isAllowed, remaining }) => [isAllowed, remaining])).toEqual([
      [true, 1],
      [true, 0],
      [false, 0],
    ]);
    expect((await limiter.take('b', 3, rate)).isAllowed).toBe(true);
  });

  it('takes back what was counted', async () => {
    await open();
    const rate = { perSecond: 1, burst: 3 };
    await limiter.take('a', 3, rate);
    await limiter.giveBack('a', 2, rate);
    expect(await limiter.take('a', 1, rate)).toMatchObject({ isAllowed: true, remaining: 1 });
  });

  it('refuses more at once than ever fits, and counts none of it', async () => {
    await open();
    const rate = { perSecond: 1, burst: 3 };
    expect(await limiter.take('a', 4, rate)).toMatchObject({ isAllowed: false, remaining: 3, limit: 3 });
    expect(await limiter.take('a', 1, rate)).toMatchObject({ isAllowed: true, remaining: 2 });
    expect(await limiter.take('a', 100, rate)).toMatchObject({ isAllowed: false, remaining: 2 });
    expect(await limiter.take('a', 2, rate)).toMatchObject({ isAllowed: true, remaining: 0 });
  });

  it.each([
    [0.001, 3000, 2000, MOST_WINDOW_SECONDS],
    [0.001, 2000, 2000, 2_000_000],
    [1, 10_000_000, 2_000_000, MOST_WINDOW_SECONDS],
    [0.001, 1, 1, 1000],
    [1_000_000, 1, 1, 1],
  ])('holds %d a second with %d at once to %d in %d s', async (perSecond, burst, limit, windowSeconds) => {
    await open();
    const rate = { perSecond, burst };
    expect(await limiter.take('a', limit, rate)).toMatchObject({ isAllowed: true, remaining: 0, limit, windowSeconds });
    await sleep(20);
    expect(await limiter.take('a', 1, rate)).toMatchObject({ isAllowed: false });
  });
});
