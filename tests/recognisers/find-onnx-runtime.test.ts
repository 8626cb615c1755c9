import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../cli/temporary-folder.ts';

const SOURCE = readFileSync(new URL('find-onnx-runtime.ts', import.meta.url), 'utf8');
const RUN = `
import findOnnxRuntime from './tests/recognisers/find-onnx-runtime.ts';
findOnnxRuntime({ provide: (name, isThere) => console.log(name, isThere) });
`;

/** Runs the setup in a folder of its own, where packages are only those given. */
function findIn(packages: Readonly<Record<string, string>>, demand: string) {
  const folder = temporaryFolder({ 'tests/recognisers/find-onnx-runtime.ts': SOURCE, 'run.mjs': RUN, ...packages });
  const env = { ...process.env, NODE_PATH: '', TEST_DEMAND_SERVERS: demand };
  return spawnSync(process.execPath, [join(folder, 'run.mjs')], { cwd: folder, env, encoding: 'utf8' });
}

describe('the tests of ONNX models', () => {
  it('say that they do not run, where the runtime is not installed', () => {
    const { status, stdout } = findIn({}, '');
    expect(status).toBe(0);
    expect(stdout).toContain('ONNX models are not tested, because onnxruntime-node is not installed.');
    expect(stdout).toContain('onnx false');
  });

  it('fail where they are demanded', () => {
    const { status, stderr } = findIn({}, '1');
    expect(status).toBe(1);
    expect(stderr).toContain('TEST_DEMAND_SERVERS=1, but onnxruntime-node is not installed');
  });

  it.each(['node_modules/', 'node_modules/.cache/onnxruntime/node_modules/'])('run where it is installed in %s', (place) => {
    const { status, stdout } = findIn({ [`${place}onnxruntime-node/index.js`]: '' }, '1');
    expect(status).toBe(0);
    expect(stdout).toContain('onnx true');
    expect(stdout).not.toContain('not tested');
  });
});
