import { describe, expect, it } from 'vitest';
import { toSpread } from '../../bench/measuring/spread.ts';
import { judgeBase } from '../../bench/run/base/judge-base.ts';
import type { BenchRecord } from '../../bench/run/bench-record.ts';
import { drawRecord } from '../../bench/run/draw-record.ts';
import { listFailures } from '../../bench/run/list-failures.ts';
import { plantGrowth, plantSize } from './planted-growth.ts';

const growth = plantGrowth([
  plantSize({ best: 10 }),
  plantSize({ size: 10_000, best: 50, textLength: 0, incomplete: ['extract'] }),
]);
const base = { ref: 'HEAD~1', commit: '0123456789abcdef', ...judgeBase([{ base: [0.2], tree: [0.25] }]) };

const RECORD: BenchRecord = {
  schema: 'copydesk.bench/1',
  machine: {
    cpu: 'A machine',
    cores: 2,
    memoryMegabytes: 1024,
    platform: 'linux x64',
    node: 'v24.0.0',
    date: '2024-03-03T00:00:00.000Z',
    commit: 'fedcba9876543210',
    isDirty: true,
    versions: {},
  },
  article: [
    {
      kind: 'fresh',
      description: 'as they come',
      length: 8800,
      rows: [{ name: 'moderate()', milliseconds: toSpread([9, 10, 11]), ratio: toSpread([0.2]) }],
      stages: [{ stage: 'annotate', milliseconds: toSpread([8]), share: toSpread([0.8]) }],
      besideAnnotate: toSpread([0.2]),
      allStages: toSpread([0.99]),
    },
  ],
  base,
  growth,
  failures: listFailures({ base, growth }),
};

describe('drawRecord', () => {
  it('shows machine, figures and what failed', () => {
    const drawn = drawRecord(RECORD);
    expect(drawn).toContain('A machine, 2 cores, Node v24.0.0, fedcba98 and changes, 2024-03-03');
    expect(drawn).toMatch(/ {2}moderate\(\) +10\.00 +9\.50–10\.50 +0\.200 +0\.200–0\.200\n/u);
    expect(drawn).toMatch(/ {2}all but annotate +20\.0 %\n/u);
    expect(drawn).toMatch(/ {2}tree \/ base +1\.250 +slower\n/u);
    expect(drawn).toMatch(/ {2}text +10 KB +10,000 +50\.00 +not read +250 +\+50 +extract\n/u);
    expect(drawn).toContain('FAILS: moderate() is 25.0 % slower than at HEAD~1; up to 15.0 % may be noise\n');
  });

  it('has no table for a part that was not asked for', () => {
    const { machine, schema, failures } = RECORD;
    expect(drawRecord({ machine, schema, failures: [] }).trim().split('\n')).toHaveLength(1);
    expect(drawRecord({ machine, schema, failures })).not.toContain('Growth');
  });
});
