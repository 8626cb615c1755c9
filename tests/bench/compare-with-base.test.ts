import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type BaseSettings, compareWithBase } from '../../bench/run/base/compare-with-base.ts';
import { NoBaseError } from '../../bench/run/base/open-base.ts';
import { Cleanup } from '../faults/cleanup.ts';
import { listWorktrees, plantLibrary, writeLibrary } from './plant-library.ts';

function plant(...milliseconds: readonly number[]): string {
  const folder = plantLibrary(...milliseconds);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function compare(tree: string, settings: Partial<BaseSettings> = {}) {
  const told: string[] = [];
  const rounds = { warmUp: 0, counted: 1 };
  const file = join(tree, 'article.txt');
  writeFileSync(file, 'The ferry to Merrow left before seven. Mara Teveny of the harbour council said so on Tuesday.\n');
  const whole = { tree, ref: undefined, pairs: 1, rounds, file, ...settings };
  const figures = await compareWithBase(whole, new Cleanup(), (progress) => told.push(progress));
  return { figures, told };
}

describe('compareWithBase', () => {
  it('fails a tree with a change that makes it slow, after it has looked three times, and leaves nothing behind', async () => {
    const tree = plant(20);
    writeLibrary(tree, 200);
    const { figures, told } = await compare(tree);
    expect(figures).toMatchObject({ ref: 'HEAD', pairs: 3, isSlower: true });
    expect(figures.slowdown).toBeGreaterThan(2);
    expect(told).toHaveLength(3);
    expect(listWorktrees(tree)).toHaveLength(1);
  });

  it('compares a tree without changes with the commit before, and looks once when it has become faster', async () => {
    const { figures, told } = await compare(plant(5, 200, 20));
    expect(figures).toMatchObject({ ref: 'HEAD~1', pairs: 1, isSlower: false });
    expect(figures.slowdown).toBeLessThan(0.5);
    expect(told).toHaveLength(1);
  });

  it('takes the commit that is asked for', async () => {
    const { figures } = await compare(plant(400, 20, 20), { ref: 'HEAD~2' });
    expect(figures).toMatchObject({ ref: 'HEAD~2', isSlower: false });
    expect(figures.slowdown).toBeLessThan(0.5);
  });

  it.each([undefined, 'no-such-commit'])('says that there is no base: %s', async (ref) => {
    const tree = plant(20);
    await expect(compare(tree, { ref })).rejects.toThrow(NoBaseError);
    expect(listWorktrees(tree)).toHaveLength(1);
  });

  it('cleans up after a base that cannot run', async () => {
    const tree = plant(20);
    writeLibrary(tree, 20);
    rmSync(`${tree}/src`, { recursive: true });
    await expect(compare(tree)).rejects.toThrow(/ended with 1/u);
    expect(listWorktrees(tree)).toHaveLength(1);
  });
});
