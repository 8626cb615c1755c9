import { describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import findPrometheus from './find-prometheus.ts';

describe('the tests on Prometheus', () => {
  const find = (folder: string, demand: string) => {
    vi.stubEnv('TEST_DEMAND_SERVERS', demand);
    const provide = vi.fn();
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    findPrometheus({ provide }, [folder]);
    return { provided: provide.mock.calls, said: write.mock.calls.flat().join('') };
  };

  it('say that they do not run, where it is not installed', () => {
    const { provided, said } = find(temporaryFolder({ promtool: '' }), '');
    expect(said).toContain('are not tried on Prometheus, because it is not installed');
    expect(provided).toEqual([['prometheus', null]]);
  });

  it('fail where they are demanded', () => {
    expect(() => find(temporaryFolder({ prometheus: '' }), '1')).toThrow(
      'TEST_DEMAND_SERVERS=1, but promtool and prometheus are not',
    );
  });

  it('run where it is installed', () => {
    const folder = temporaryFolder({ promtool: '', prometheus: '' });
    const { provided, said } = find(folder, '1');
    expect(said).toBe('');
    expect(provided).toEqual([['prometheus', { promtool: `${folder}/promtool`, prometheus: `${folder}/prometheus` }]]);
  });
});
