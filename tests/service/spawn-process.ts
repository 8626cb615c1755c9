import { type ChildProcess, spawn } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { TestPlace } from './test-place.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** A real process of Copydesk. Nothing of the tests' own environment that could change it is passed on. */
export interface CopydeskProcess {
  readonly child: ChildProcess;
  /** Resolves to the exit code, or to the name of the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  readonly output: () => string;
}

export function spawnCopydesk(script: string, args: readonly string[], place: Pick<TestPlace, 'env'>): CopydeskProcess {
  const env = { PATH: process.env.PATH ?? '', ...place.env };
  const child = spawn(process.execPath, [script, ...args], { cwd: PROJECT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  const collect = (chunk: Buffer) => {
    text += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal ?? 0));
  });
  return { child, ended, output: () => text };
}
