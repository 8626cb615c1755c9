import { type ChildProcess, spawn } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { listLogFaults } from './check-process-logs.ts';
import type { TestPlace } from './test-place.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** A real process of Copydesk. Nothing of the tests' own environment that could change it is passed on. */
export interface CopydeskProcess {
  readonly child: ChildProcess;
  /** Resolves to the exit code, or to the name of the signal that ended it. Rejects when its log breaks the contract. */
  readonly ended: Promise<number | NodeJS.Signals>;
  readonly output: () => string;
}

export function spawnCopydesk(script: string, args: readonly string[], place: Pick<TestPlace, 'env'>): CopydeskProcess {
  const env = { PATH: process.env.PATH ?? '', ...place.env };
  const child = spawn(process.execPath, [script, ...args], { cwd: PROJECT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  const streams = [child.stdout, child.stderr].map((stream) => {
    let own = '';
    stream.on('data', (chunk: Buffer) => {
      own += chunk.toString();
      text += chunk.toString();
    });
    return () => own;
  });
  const ended = new Promise<number | NodeJS.Signals>((resolve, reject) => {
    child.once('close', (code, signal) => {
      const said = streams.map((read) => read());
      // Others may be writing to the same file, so its last line need not be whole.
      const wrong = listLogFaults(said, place.env, { isKilled: true });
      if (wrong.length > 0) reject(new Error(`the log of ${script} ${args.join(' ')}: ${wrong.join('\n')}`));
      else resolve(code ?? signal ?? 0);
    });
  });
  return { child, ended, output: () => text };
}
