import { type ChildProcess, execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where programs are looked for. */
export const PROGRAM_FOLDERS = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin', ...(process.env.PATH ?? '').split(':')];

export type Stop = () => Promise<void>;

/** A real server of the tests on a private port. */
export interface PrivateServer {
  readonly url: string;
  readonly pid: number;
  readonly stop: Stop;
}

export function findProgram(name: string, folders: readonly string[]): string | undefined {
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

/** Milliseconds that a process may take to come up or to notice something, on a machine with much else to do. */
const PATIENCE = 60_000;

export async function untilTrue(what: string, look: () => boolean): Promise<void> {
  for (const end = performance.now() + PATIENCE; performance.now() < end; await sleep(50)) if (look()) return;
  throw new Error(`${what} did not start`);
}

export function succeeds(program: string, args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export function stopper(child: ChildProcess, signal: NodeJS.Signals, folder: string): Stop {
  return async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
}
