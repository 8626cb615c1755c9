import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../config/config-error.ts';
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

/** What a lock says; `undefined` when there is none. */
function readLock(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** The process that a lock names, when it lives. One that names none was cut off by a fall of the machine. */
function findOwner(lock: string): number | undefined {
  const [pid = '', startTime = ''] = lock.trim().split(' ');
  return /^\d+$/u.test(pid) && isAlive(Number(pid), startTime) ? Number(pid) : undefined;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Gives a whole lock of our own its name, if nobody has the name: so a lock is never there without its owner. */
function claim(own: string, file: string): boolean {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Looks at a lock that others are taking over. */
const TRIES = 3;

/** Locks that were left one above the other by processes killed while they took over: more are not believed. */
const MOST_STALE = 8;

/**
 * Puts our own lock in the place of a dead owner's. Only who holds the lock `.next` may do that, and looks again first: what it finds dead
 * then, nobody else changes. `.next` may be a dead process's too, and is taken over in the same way.
 */
function replaceStale(own: string, file: string, stale: string, depth: number): boolean {
  const next = `${file}.next`;
  const mine = `${own}.next`;
  linkSync(own, mine);
  try {
    if (take(mine, next, depth + 1) !== undefined) return false;
    try {
      if (readLock(file) !== stale) return false;
      renameSync(own, file);
      return true;
    } finally {
      rmSync(next, { force: true });
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Takes the lock `file` with `own`. Returns the process that has it, 0 when it cannot be told, `undefined` when it is ours. */
function take(own: string, file: string, depth: number): number | undefined {
  if (claim(own, file)) return undefined;
  const lock = readLock(file);
  const owner = lock === undefined ? undefined : findOwner(lock);
  if (owner !== undefined) return owner;
  const isOurs = lock !== undefined && depth < MOST_STALE && replaceStale(own, file, lock, depth);
  return isOurs ? undefined : 0;
}

function takeWith(own: string, folder: string): void {
  const file = join(folder, 'lock');
  writeFileSync(own, `${process.pid} ${startTimeOf(process.pid)}\n`, { flag: 'wx' });
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const owner = take(own, file, 0);
    if (owner === undefined) return;
    if (owner === 0) continue;
    throw new FolderInUseError(
      `${folder} is in use by process ${owner}. Stop it, or choose another folder with --data or COPYDESK_DATA.`,
    );
  }
  throw new FolderInUseError(`${folder} could not be locked: several processes are starting on it at once.`);
}

/**
 * Takes a data folder for this process, making it where it is missing. A lock left by a killed process is taken over.
 * Returns the function that gives the folder back. Throws `FolderInUseError` when a live process holds it,
 * `ConfigError` when it cannot be written, or its file system has no hard links.
 */
export function lockFolder(folder: string): () => void {
  makeFolder(folder, 'COPYDESK_DATA');
  const own = join(folder, `lock.${randomUUID()}`);
  try {
    takeWith(own, folder);
  } catch (error) {
    if (error instanceof FolderInUseError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(`COPYDESK_DATA: nothing can be locked in ${folder} (${reason})`);
  } finally {
    rmSync(own, { force: true });
  }
  return () => rmSync(join(folder, 'lock'), { force: true });
}
