import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { listLogFaults } from '../service/check-process-logs.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly cwd?: string;
  /** What the process reads on standard input. */
  readonly input?: string | Uint8Array | Iterable<string | Uint8Array>;
  readonly env?: Readonly<Record<string, string>>;
  /** Flags of Node itself. */
  readonly node?: readonly string[];
}

function toChunks(input: CliOptions['input'] = ''): Iterable<string | Uint8Array> {
  return typeof input === 'string' || input instanceof Uint8Array ? [input] : input;
}

/** Runs the real command line in a process of its own. */
export async function runCopydesk(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const child = spawn(process.execPath, [...(options.node ?? []), MAIN, ...args], {
    cwd: options.cwd,
    env: { ...process.env, NO_COLOR: '', NODE_DEBUG: '', ...options.env },
  });
  const closed = once(child, 'close');
  const feeding = pipeline(Readable.from(toChunks(options.input)), child.stdin).catch(() => {});
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), feeding]);
  const [code]: (number | null)[] = await closed;
  expect(listLogFaults([stdout, stderr], { ...options.env })).toEqual([]);
  return { code: code ?? null, stdout, stderr };
}
