import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderInUseError, lockFolder } from '../../../src/service/store/folder-lock.ts';

const HOLDER = fileURLToPath(new URL('./folder-holder.ts', import.meta.url));
/** Gives a process its own process numbers, as a container does. */
const CONTAINED = ['unshare', '--fork', '--pid', '--mount-proc', '--kill-child'] as const;
const canContain = spawnSync(CONTAINED[0], [...CONTAINED.slice(1), 'true']).status === 0;

let folder: string;
const children: ChildProcessWithoutNullStreams[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'copydesk-lock-'));
});

afterEach(async () => {
  for (const child of children.splice(0)) {
    child.stdin.end();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
  rmSync(folder, { recursive: true, force: true });
});

function startHolder(...around: readonly string[]): ChildProcessWithoutNullStreams {
  const [command = process.execPath, ...args] = [...around, process.execPath, HOLDER, folder];
  const child = spawn(command, args);
  children.push(child);
  return child;
}

async function hear(child: ChildProcessWithoutNullStreams): Promise<string> {
  const [said]: [Buffer] = (await once(child.stdout, 'data')) as [Buffer];
  return said.toString();
}

describe('lockFolder', () => {
  it('makes the folder, holds it, and gives it back', () => {
    const inner = join(folder, 'new', 'place');
    const unlock = lockFolder(inner);
    expect(() => lockFolder(inner)).toThrow(FolderInUseError);
    unlock();
    lockFolder(inner)();
  });

  it('gives back nothing that somebody else has by now', () => {
    const unlock = lockFolder(folder);
    unlock();
    const other = lockFolder(folder);
    unlock();
    expect(() => lockFolder(folder)).toThrow(FolderInUseError);
    other();
  });

  it('is given back though its owner cannot be told any more', () => {
    const unlock = lockFolder(folder);
    rmSync(join(folder, 'owner'));
    mkdirSync(join(folder, 'owner'));
    expect(unlock).toThrow();
    rmSync(join(folder, 'owner'), { recursive: true });
    lockFolder(folder)();
  });

  it('says who holds the folder and what to do', () => {
    const unlock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(`in use by process ${process.pid}. Stop it, or choose another folder with --data`);
    writeFileSync(join(folder, 'owner'), '7 elsewhere\n');
    expect(() => lockFolder(folder)).toThrow('in use by process 7 of elsewhere. Stop it');
    rmSync(join(folder, 'owner'));
    expect(() => lockFolder(folder)).toThrow('in use by another process, or its file system has no locks. Stop it');
    unlock();
  });

  it('holds against another process after it refused one of its own', async () => {
    const unlock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(FolderInUseError);
    expect(await hear(startHolder())).toMatch(`refused: ${folder} is in use by process ${process.pid}.`);
    unlock();
    expect(await hear(startHolder())).toBe('held\n');
  });

  it('is free when its owner was killed', async () => {
    const holder = startHolder();
    expect(await hear(holder)).toBe('held\n');
    expect(() => lockFolder(folder)).toThrow(`in use by process ${holder.pid}.`);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    lockFolder(folder)();
  });

  it.runIf(canContain)('holds against containers, in which processes have other numbers', async () => {
    expect(await hear(startHolder(...CONTAINED))).toBe('held\n');
    expect(readFileSync(join(folder, 'owner'), 'utf8')).toBe(`1 ${hostname()}\n`);
    expect(() => lockFolder(folder)).toThrow(FolderInUseError);
    expect(await hear(startHolder(...CONTAINED))).toMatch('refused: ');
  });

  it('belongs to one of several that start at the same moment', async () => {
    const said = await Promise.all(Array.from({ length: 6 }, () => hear(startHolder())));
    expect(said.filter((line) => line === 'held\n')).toHaveLength(1);
    expect(said.filter((line) => line.startsWith('refused: '))).toHaveLength(5);
  });

  it.each([
    ['lock.sqlite', 'a folder where the lock should be'],
    ['owner', 'one where its owner is told'],
  ])('says so when nothing can be written there: %s is %s', (name) => {
    mkdirSync(join(folder, name));
    expect(() => lockFolder(folder)).toThrow('COPYDESK_DATA: nothing can be locked in');
    rmSync(join(folder, name), { recursive: true });
    lockFolder(folder)();
  });

  it('says so when something else has the name of the lock', () => {
    writeFileSync(join(folder, 'lock.sqlite'), 'not a database');
    expect(() => lockFolder(folder)).toThrow('COPYDESK_DATA: nothing can be locked in');
  });
});
