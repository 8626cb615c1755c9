import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIsoDate } from '../../../../../src/moderation/read/html/metadata/read-iso-date.ts';

describe('readIsoDate', () => {
  it.each([
    ['2024-03-05', '2024-03-05'],
    ['2024/03/05', '2024-03-05'],
    [' 2024-03-05 ', '2024-03-05'],
    ['2024-02-29', '2024-02-29'],
    ['2024-03-05T07:10', '2024-03-05T07:10:00'],
    ['2024-03-05 07:10:09', '2024-03-05T07:10:09'],
    ['2024-03-05T07:10:09.123Z', '2024-03-05T07:10:09Z'],
    ['2024-03-05T07:10:09+0100', '2024-03-05T07:10:09+01:00'],
    ['2024-03-05T07:10:09-05', '2024-03-05T07:10:09-05:00'],
    ['2024-03-05 07:10:09 UTC', '2024-03-05T07:10:09Z'],
  ])('reads %j as %s', (value, date) => {
    expect(readIsoDate(value)).toBe(date);
  });

  it.each([
    '',
    'yesterday',
    '5 March 2024',
    '2024',
    '2024-03',
    '2024-3-5',
    '2024-03/05',
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '2024-03-05T24:00',
    '2024-03-05T07:60',
    '2024-03-05T07:10:61Z',
    '2024-03-05T07:10:09+15:00',
    '0001-01-01T00:00:00',
    '1970-01-01T00:00:00Z',
    '1599-12-31',
    '2101-01-01',
    '2024-03-05 and later',
  ])('takes %j for no date', (value) => {
    expect(readIsoDate(value)).toBeUndefined();
  });

  it('reads what any clock writes', () => {
    const min = new Date('1971-01-01');
    fc.assert(
      fc.property(fc.date({ min, max: new Date('2100-12-31'), noInvalidDate: true }), (date) => {
        expect(readIsoDate(date.toISOString())).toBe(`${date.toISOString().slice(0, 19)}Z`);
      }),
    );
  });
});
