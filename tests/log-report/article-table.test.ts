import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArticleTable } from '../../src/log-report/article-table.ts';

type Line = readonly [article: number, number: number];
type Attempt = readonly [article: number, run: number, attempt: number, isEnd: boolean];

const state = { processing: 1, review: 2, delivery: 3 };
const lines = fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 90 })), { maxLength: 300 });
const attempts = fc.array(fc.tuple(fc.nat(8), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 12 }), fc.boolean()), {
  maxLength: 120,
});

function fill(chain: readonly Line[], tried: readonly Attempt[] = [], most?: number): ArticleTable {
  const table = new ArticleTable(most);
  for (const [article, number] of chain) table.addNumber({ article: `a${article}`, time: number * 1000, number, ...state });
  for (const [article, run, attempt, isEnd] of tried) {
    if (isEnd) table.addEnd(`a${article}`, run, attempt);
    else table.addStart(`a${article}`, run, attempt, attempt);
  }
  return table;
}

const sum = (table: ArticleTable, column: 'missing' | 'unended' | 'unendedLast' | 'last'): number =>
  [...table.read()].reduce((total, row) => total + row[column], 0);

const summarise = (table: ArticleTable) => ({
  size: table.size,
  oneIn: table.oneIn,
  rows: [...table.read()].map((row) => JSON.stringify(row)).sort(),
});

const group = <Item extends readonly [number, ...unknown[]]>(items: readonly Item[]): readonly (readonly Item[])[] => [
  ...Map.groupBy(items, ([article]) => article).values(),
];

describe('ArticleTable', () => {
  it('finds what is missing between the first and the last number of each chain, and what was there twice', () => {
    fc.assert(
      fc.property(lines, (chain) => {
        const table = fill(chain);
        const chains = group(chain).map((some) => new Set(some.map(([, number]) => number)));
        const missing = chains.map((some) => Math.max(...some) - Math.min(...some) + 1 - some.size);
        expect(table.size).toBe(chains.length);
        expect(sum(table, 'missing')).toBe(missing.reduce((total, count) => total + count, 0));
        expect(sum(table, 'last')).toBe(chains.reduce((total, some) => total + Math.max(...some), 0));
        expect(table.repeated).toBe(chain.length - chains.reduce((total, some) => total + some.size, 0));
      }),
    );
  });

  it('finds attempts without an end, and those of them that are the newest', () => {
    fc.assert(
      fc.property(attempts, (tried) => {
        const table = fill([], tried);
        const open = group(tried).map((some) => {
          const keys = (isEnd: boolean) =>
            new Set(some.filter((entry) => entry[3] === isEnd).map(([, run, attempt]) => run * 100 + attempt));
          const ended = keys(true);
          const started = [...keys(false)];
          const newest = Math.max(0, ...started);
          return { unended: started.filter((key) => !ended.has(key)).length, last: Number(newest > 0 && !ended.has(newest)) };
        });
        expect(sum(table, 'unended')).toBe(open.reduce((total, { unended }) => total + unended, 0));
        expect(sum(table, 'unendedLast')).toBe(open.reduce((total, { last }) => total + last, 0));
      }),
    );
  });

  it('does not care for the order, not even when only a sample fits', () => {
    fc.assert(
      fc.property(lines, attempts, fc.constantFrom(1, 4, 1000), (chain, tried, most) => {
        const table = fill(chain, tried, most);
        expect(table.size).toBeLessThanOrEqual(most);
        expect(summarise(fill([...chain].reverse(), [...tried].reverse(), most))).toEqual(summarise(table));
      }),
    );
  });

  it('keeps a fair sample, and says which share of all it is', () => {
    const many = Array.from({ length: 20_000 }, (_, article): Line => [article, 1]);
    const table = fill(many, [], 3000);
    expect(table.oneIn).toBe(8);
    expect(table.size * table.oneIn).toBeGreaterThan(18_000);
    expect(table.size * table.oneIn).toBeLessThan(22_000);
  });

  it('holds what does not fit into its bits up to a limit, and counts the rest', () => {
    const table = new ArticleTable();
    for (let number = 1; number <= 250_000; number++) table.addNumber({ article: 'a', time: 0, number, ...state });
    expect(table.notFollowed).toBe(250_000 - 64 - 200_000);
    expect([...table.read()]).toMatchObject([{ first: 1, last: 250_000, missing: 0 }]);
  });
});
