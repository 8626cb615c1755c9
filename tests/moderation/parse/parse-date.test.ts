import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../src/moderation/parse/parse-date.ts';

describe('parseDate', () => {
  it.each([
    ['December 5, 2023', '2023-12-05'],
    ['5 Dec 2023', '2023-12-05'],
    ['2024-02-29', '2024-02-29'],
    ['February 29, 2000', '2000-02-29'],
    ['February 31, 2024', undefined],
    ['February 29, 1900', undefined],
    ['2023-02-29', undefined],
    ['April 31, 2024', undefined],
    ['2024-13-01', undefined],
    ['no date at all', undefined],
  ])('reads %j as %s', (line, date) => {
    expect(parseDate(line)).toBe(date);
  });
});
