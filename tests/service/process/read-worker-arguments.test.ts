import { describe, expect, it } from 'vitest';
import { readWorkerArguments } from '../../../src/service/process/read-worker-arguments.ts';

describe('readWorkerArguments', () => {
  it('says nothing when there are none, helps when asked, and refuses the rest', () => {
    expect(readWorkerArguments([], 'relay')).toBeUndefined();
    expect(readWorkerArguments(['--help'], 'worker')).toMatchObject({ exitCode: 0 });
    expect(readWorkerArguments(['--help'], 'worker')?.text).toContain('node workers/moderate.worker.ts');
    expect(readWorkerArguments(['--help'], 'relay')?.text).toContain('node workers/relay.worker.ts');
    expect(readWorkerArguments(['--role', 'relay'], 'worker')).toMatchObject({ exitCode: 64 });
  });
});
