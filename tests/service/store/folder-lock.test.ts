import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderInUseError, lockFolder } from '../../../src/service/store/folder-lock.ts';
import type { Race } from './lock-racer.ts';

/** Threads have one process number, which is alive: to each other they are what processes are. */
const RACERS = 3;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'copydesk-lock-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('lockFolder', () => {
  it('makes the folder, holds it, and gives it back', () => {
    const inner = join(folder, 'new', 'place');
    const unlock = lockFolder(inner);
    expect(() => lockFolder(inner)).toThrow(FolderInUseError);
    unlock();
    lockFolder(inner)();
    expect(existsSync(join(inner, 'lock'))).toBe(false);
  });

  it.each([
    ['a process that is gone', '999999999 1'],
    ['nothing readable', 'garbage'],
    ['nothing at all', ''],
  ])('takes over the lock of %s', (_, content) => {
    writeFileSync(join(folder, 'lock'), content);
    const unlock = lockFolder(folder);
    expect(readFileSync(join(folder, 'lock'), 'utf8')).toMatch(new RegExp(`^${process.pid} `, 'u'));
    unlock();
  });

  it.runIf(existsSync('/proc/self/stat'))('takes over the lock of a stranger who has the pid of the owner now', () => {
    writeFileSync(join(folder, 'lock'), `${process.pid} 1`);
    lockFolder(folder)();
  });

  it('belongs to one of several that start at the same moment, whatever lay there', async () => {
    const file = join(folder, 'lock');
    const shared = new Int32Array(new SharedArrayBuffer(16));
    const rounds = 400;
    const racers = Array.from({ length: RACERS }, () => {
      const workerData: Race = { folder, shared, rounds };
      return new Worker(new URL('./lock-racer.ts', import.meta.url), { workerData });
    });
    const winners: number[] = [];
    for (let round = 1; round <= rounds; round++) {
      while (Atomics.load(shared, 0) < RACERS * round) await setImmediate();
      rmSync(file, { force: true });
      if (round % 4 > 0) writeFileSync(file, round % 4 === 1 ? '' : '999999999 1\n');
      // Of one that was killed while it took over.
      if (round % 4 === 3) writeFileSync(`${file}.next`, '999999999 1\n');
      Atomics.store(shared, 2, 0);
      Atomics.store(shared, 1, round);
      Atomics.notify(shared, 1);
      while (Atomics.load(shared, 3) < RACERS * round) await setImmediate();
      winners.push(Atomics.load(shared, 2));
    }
    await Promise.all(racers.map((racer) => racer.terminate()));
    expect(winners.filter((count) => count > 1)).toEqual([]);
    expect(winners.filter((count) => count === 1).length).toBe(rounds);
    expect(readdirSync(folder)).toEqual(['lock']);
  });

  it('says who holds the folder and what to do', () => {
    const unlock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(`in use by process ${process.pid}. Stop it, or choose another folder with --data`);
    unlock();
  });
});
