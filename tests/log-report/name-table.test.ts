import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NameTable } from '../../src/log-report/name-table.ts';

const countNames = (names: readonly string[], kept: number) => {
  const table = new NameTable(() => ({ count: 0 }), kept);
  for (const name of names) table.touch(name).count++;
  return table.rank(1000, ({ count }) => count);
};
const countExactly = (names: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
};
const names = fc.array(
  fc.nat(40).map((number) => `n${Math.floor(number ** 2 / 40)}`),
  { maxLength: 300, size: 'max' },
);

describe('NameTable', () => {
  it('is exact while there is room', () => {
    fc.assert(
      fc.property(names, (list) => {
        const { rows, error } = countNames(list, 50);
        expect(error).toBe(0);
        expect(new Map(rows.map(([name, { count }]) => [name, count]))).toEqual(countExactly(list));
      }),
    );
  });

  it('is wrong by no more than it says when there is none', () => {
    let cut = 0;
    fc.assert(
      fc.property(names, (list) => {
        const { rows, error, names: held } = countNames(list, 4);
        const told = new Map(rows.map(([name, { count }]) => [name, count]));
        expect(held).toBeLessThanOrEqual(8);
        cut += Number(error > 0);
        for (const [name, count] of countExactly(list)) {
          const shown = told.get(name) ?? 0;
          expect(shown).toBeLessThanOrEqual(count);
          expect(shown + error).toBeGreaterThanOrEqual(count);
        }
      }),
    );
    expect(cut).toBeGreaterThan(0);
  });

  it('takes the names of an object for names', () => {
    const { rows } = countNames(['__proto__', 'constructor', '__proto__'], 4);
    expect(rows).toEqual([
      ['__proto__', { count: 2 }],
      ['constructor', { count: 1 }],
    ]);
  });
});
