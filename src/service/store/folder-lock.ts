import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ConfigError } from '../config.ts';
import { makeFolder } from '../make-folder.ts';

/** A data folder is in use by another live process. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
}

/** When the process began, in clock ticks since boot: tells a live owner from a stranger with a recycled pid. Linux only. */
function startTimeOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isAlive(pid: number, startTime: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  const now = startTimeOf(pid);
  return startTime === '' || now === '' || now === startTime;
}

function readOwner(file: string): { readonly pid: number; readonly startTime: string } | undefined {
  try {
    const [pid = '', startTime = ''] = readFileSync(file, 'utf8').trim().split(' ');
    return /^\d+$/u.test(pid) ? { pid: Number(pid), startTime } : undefined;
  } catch {
    return undefined;
  }
}

function claim(file: string): boolean {
  try {
    writeFileSync(file, `${process.pid} ${startTimeOf(process.pid)}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(`COPYDESK_DATA: nothing can be written in ${dirname(file)} (${reason})`);
  }
}

/** Moves a dead owner's lock aside; `rename` lets only one of several starters do it. */
function clearStale(file: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    rmSync(aside, { force: true });
  } catch {
    // Somebody else was faster; the next claim decides.
  }
}

/**
 * Takes a data folder for this process, making it where it is missing. A lock left by a killed process is taken over.
 * Returns the function that gives the folder back. Throws `FolderInUseError` when a live process holds it,
 * `ConfigError` when it cannot be written.
 */
export function lockFolder(folder: string): () => void {
  makeFolder(folder, 'COPYDESK_DATA');
  const file = join(folder, 'lock');
  for (let attempt = 0; attempt < 3; attempt++) {
    if (claim(file)) return () => rmSync(file, { force: true });
    const owner = readOwner(file);
    if (owner && isAlive(owner.pid, owner.startTime)) {
      throw new FolderInUseError(
        `${folder} is in use by process ${owner.pid}. Stop it, or choose another folder with --data or COPYDESK_DATA.`,
      );
    }
    clearStale(file);
  }
  throw new FolderInUseError(`${folder} could not be locked: several processes are starting on it at once.`);
}
