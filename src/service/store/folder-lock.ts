import { accessSync, constants, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from '../config/config-error.ts';
import { makeFolder } from '../make-folder.ts';

/** A data folder is in use by another live process. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
}

/** SQLite's primary result code for a lock that somebody else has (https://sqlite.org/rescode.html). */
const SQLITE_BUSY = 5;
const WAIT_MS = 200;

/** What holds a folder until it is closed. */
interface Held {
  readonly close: () => void;
}

// A database that nobody refers to is closed, and its lock with it.
const held = new Set<Held>();

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}

/**
 * Holds the lock of an empty SQLite database. It is the kernel's: it reaches into other containers, whose process numbers say nothing here,
 * and ends with the process however that ends. Nothing else in this process may open the file, for closing it would end the lock.
 * `sign` is called under the lock; when it fails nothing is held.
 */
function hold(file: string, sign: () => void): Held {
  // Loaded here, since Node 22 warns of it, and most commands hold no folder.
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
  const database = new DatabaseSync(file);
  try {
    // Of two that start at once each may be in the way of the other: one waits until the other has let go.
    database.exec(`PRAGMA busy_timeout = ${WAIT_MS}; BEGIN EXCLUSIVE`);
    // What cannot be written is only read by SQLite, and readers do not exclude each other.
    accessSync(file, constants.W_OK);
    sign();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Who has the folder by its own account; for people only. */
function readOwner(file: string): string {
  try {
    const [pid, host] = readFileSync(file, 'utf8').trim().split(' ');
    if (!pid || !host) return 'another process';
    return host === hostname() ? `process ${pid}` : `process ${pid} of ${host}`;
  } catch {
    return 'another process, or its file system has no locks';
  }
}

/**
 * Takes a data folder for this process, making it where it is missing. The lock of a killed process is free.
 * Returns the function that gives the folder back. Throws `FolderInUseError` when a live process holds it, in whatever container,
 * `ConfigError` when it cannot be written, or its file system has no locks.
 */
export function lockFolder(folder: string): () => void {
  makeFolder(folder, 'COPYDESK_DATA');
  const owner = join(folder, 'owner');
  try {
    const lock = hold(join(folder, 'lock.sqlite'), () => writeFileSync(owner, `${process.pid} ${hostname()}\n`));
    held.add(lock);
    return () => {
      if (!held.delete(lock)) return;
      try {
        rmSync(owner, { force: true });
      } finally {
        lock.close();
      }
    };
  } catch (error) {
    if (isBusy(error)) {
      const told = `${folder} is in use by ${readOwner(owner)}. Stop it, or choose another folder with --data or COPYDESK_DATA.`;
      throw new FolderInUseError(told);
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(`COPYDESK_DATA: nothing can be locked in ${folder} (${reason})`);
  }
}
