import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** For what lives no longer than a test run; on Linux in memory, where a thousand files are made and gone in no time. */
    runFolder: string;
  }
}

const MEMORY = '/dev/shm';
/** A data folder takes 50 MB, and three test files run at the same time. In a container there may be as little as 64 MB. */
const ENOUGH_BYTES = 4 * 1024 ** 3;

function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= ENOUGH_BYTES;
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // Others' processes may not be asked.
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

/** A run that was killed leaves its folder, and its memory with it. */
function removeLeft(parent: string): void {
  for (const name of readdirSync(parent)) {
    const [, pid] = /^copydesk-tests-(\d+)-/u.exec(name) ?? [];
    if (pid !== undefined && isGone(Number(pid))) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

/** Makes the folder of a test run, and takes it away when the run is over. */
export default function makeRunFolder(project: TestProject): () => void {
  const parent = hasRoom(MEMORY) ? MEMORY : tmpdir();
  removeLeft(parent);
  const folder = mkdtempSync(join(parent, `copydesk-tests-${process.pid}-`));
  project.provide('runFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
