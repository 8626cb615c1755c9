import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** Makes the folder of a test run, and takes it away when the run is over. */
export default function makeRunFolder(project: TestProject): () => void {
  const folder = mkdtempSync(join(hasRoom(MEMORY) ? MEMORY : tmpdir(), 'copydesk-tests-'));
  project.provide('runFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
