import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GIVE_UP_SECONDS, nextWait } from '../../../src/service/delivery/next-wait.ts';
import { readRetryAfter } from '../../../src/service/delivery/read-retry-after.ts';

describe('nextWait', () => {
  it.each([
    [1, 5],
    [2, 30],
    [3, 120],
    [4, 600],
    [5, 1800],
    [6, 3600],
    [7, 7200],
    [8, 7200],
    [40, 7200],
  ])('after attempt %i it is about %i seconds', (attempt, seconds) => {
    expect(nextWait(attempt, undefined, 0.5)).toBeCloseTo(seconds);
    expect(nextWait(attempt, undefined, 0)).toBeCloseTo(0.8 * seconds);
    expect(nextWait(attempt, undefined, 1)).toBeCloseTo(1.2 * seconds);
  });

  it('gives more time when asked, up to two hours, and never less', () => {
    expect(nextWait(1, 90, 0.5)).toBe(90);
    expect(nextWait(1, 1_000_000, 0.5)).toBe(7200);
    expect(nextWait(6, 0, 0.5)).toBe(3600);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.double({ min: 0, max: 1e9, noNaN: true }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempt, asked, random) => {
          const wait = nextWait(attempt, asked, random);
          expect(wait).toBeGreaterThanOrEqual(nextWait(attempt, undefined, random));
          expect(wait).toBeLessThanOrEqual(7200 * 1.2);
        },
      ),
    );
  });

  it('makes 16 to 22 attempts in the time of a delivery', () => {
    for (const random of [0, 0.5, 0.999]) {
      let [attempts, time] = [1, 0];
      while (time < GIVE_UP_SECONDS) time += nextWait(attempts++, undefined, random);
      expect(attempts).toBeGreaterThanOrEqual(16);
      expect(attempts).toBeLessThanOrEqual(22);
    }
  });
});

describe('readRetryAfter', () => {
  const now = new Date('2026-03-01T12:00:00Z');
  it.each([
    [undefined, undefined],
    ['120', 120],
    [' 0 ', 0],
    [['7', '9'], 7],
    ['Sun, 01 Mar 2026 12:01:30 GMT', 90],
    ['Sun, 01 Mar 2026 11:00:00 GMT', 0],
    ['soon', undefined],
    ['-5x', undefined],
    ['99999999999999', undefined],
  ])('reads %j as %j', (header, seconds) => {
    expect(readRetryAfter(header, now)).toBe(seconds);
  });

  it('reckons from the date that the answer itself bears', () => {
    const date = 'Sun, 01 Mar 2026 12:00:00 GMT';
    const until = 'Sun, 01 Mar 2026 12:01:30 GMT';
    expect(readRetryAfter(until, new Date('2026-02-28T12:00:00Z'), date)).toBe(90);
    expect(readRetryAfter(until, new Date('2026-03-02T12:00:00Z'), date)).toBe(90);
    expect(readRetryAfter(until, now, 'soon')).toBe(90);
  });
});
