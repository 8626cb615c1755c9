import { describe, expect, it } from 'vitest';
import { readLoadOptions } from '../../../bench/load/load-options.ts';

const MODES = ['embedded', 'postgres', 'redis+postgres'] as const;

describe('readLoadOptions', () => {
  it('takes the largest mode, six steps and a comparison by itself', () => {
    expect(readLoadOptions([], MODES)).toMatchObject({
      mode: 'redis+postgres',
      seconds: 40,
      steps: [0.25, 0.5, 0.75, 0.9, 1, 1.1],
      workers: [1, 2],
      threads: undefined,
    });
    expect(readLoadOptions(['--mode', 'embedded', '--steps', 'none'], MODES)).toMatchObject({ steps: [], workers: [] });
    expect(readLoadOptions(['--help'], MODES)).toBe('help');
  });

  it.each([
    [['--mode', 'redis'], /--mode/u],
    [['--seconds', '2'], /--seconds/u],
    [['--steps', '50,x'], /--steps/u],
    [['--workers', '0'], /--workers/u],
    [['--threads', ''], /--threads/u],
    [['--profile'], /--output/u],
    [['--speed', '1'], /--speed/u],
  ])('names what is wrong with %j', (args, name) => {
    expect(() => readLoadOptions(args, MODES)).toThrow(name);
  });
});
