import { describe, expect, it } from 'vitest';
import { BENCH_HELP, BenchUsageError, PARTS, readBenchOptions } from '../../bench/run/bench-options.ts';

describe('readBenchOptions', () => {
  it('runs all parts by default, those that are named otherwise', () => {
    expect(readBenchOptions([])).toMatchObject({ parts: PARTS, isShort: false, rounds: undefined, largest: 10_000_000 });
    expect(readBenchOptions(['--only', 'growth', '--only', 'article', '--rounds', '3'])).toMatchObject({
      parts: ['article', 'growth'],
      rounds: 3,
    });
  });

  it('gives nothing for help, which names every part', () => {
    expect(readBenchOptions(['--help'])).toBeUndefined();
    for (const part of PARTS) expect(BENCH_HELP).toContain(`\n    ${part} `);
  });

  it.each([
    [['--only', 'everything']],
    [['--rounds', '0']],
    [['--rounds', '2.5']],
    [['--fast']],
    [['--file', 'no/such/article.txt']],
    [['article']],
  ])('refuses %j', (args) => {
    expect(() => readBenchOptions(args)).toThrow(BenchUsageError);
  });
});
