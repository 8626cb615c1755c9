import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALENDAR } from '../../../../../src/moderation/annotate/values/dates/calendar.ts';

const anyDay = fc
  .date({ min: new Date('1500-01-01T00:00:00Z'), max: new Date('2500-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => CALENDAR.parse(date.toISOString()) ?? { year: 0, month: 0, day: 0 });

describe('CALENDAR', () => {
  it.each([
    ['2024-03-05', { year: 2024, month: 3, day: 5 }],
    ['2024-03-05T23:59:00-08:00', { year: 2024, month: 3, day: 5 }],
    ['2024-02-30', undefined],
    ['2024-13-01', undefined],
    ['2024-03', undefined],
    ['5 March 2024', undefined],
    [undefined, undefined],
  ])('parse %s', (iso, day) => {
    expect(CALENDAR.parse(iso)).toEqual(day);
  });

  it.each([
    ['2024-01-01', '2024-W01'],
    ['2024-12-30', '2025-W01'],
    ['2023-01-01', '2022-W52'],
    ['2021-01-03', '2020-W53'],
    ['2020-12-31', '2020-W53'],
    ['2026-12-31', '2026-W53'],
  ])('%s lies in %s', (iso, week) => {
    expect(CALENDAR.toWeek(CALENDAR.parse(iso) ?? { year: 0, month: 1, day: 1 })).toBe(week);
  });

  it.each([
    [{ year: 2024, month: 1, day: 31 }, -1, '2023-12'],
    [{ year: 2024, month: 12, day: 31 }, 1, '2025-01'],
    [{ year: 2024, month: 3, day: 13 }, -27, '2021-12'],
    [{ year: 2024, month: 3, day: 13 }, 0, '2024-03'],
  ])('%j and %i months', (day, count, month) => {
    expect(CALENDAR.toMonth(CALENDAR.addMonths(day, count))).toBe(month);
  });

  it('goes forward and back by the same number of days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        const other = CALENDAR.addDays(day, count);
        expect(CALENDAR.distance(day, other)).toBe(count);
        expect(CALENDAR.addDays(other, -count)).toEqual(day);
        expect(CALENDAR.weekday(CALENDAR.addDays(day, 7))).toBe(CALENDAR.weekday(day));
      }),
    );
  });
});
