import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderInUseError, lockFolder } from '../../../src/service/store/folder-lock.ts';

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

  it('says who holds the folder and what to do', () => {
    const unlock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(`in use by process ${process.pid}. Stop it, or choose another folder with --data`);
    unlock();
  });
});
