import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { BenchRecord } from '../../bench/run/bench-record.ts';
import { listWorktrees, plantLibrary } from './plant-library.ts';

/** A short one of ours: what is asked here is whether it runs. */
const ARTICLE = fileURLToPath(new URL('../../examples/01-ice-core.txt', import.meta.url));
const MAIN = fileURLToPath(new URL('../../bench/main.ts', import.meta.url));

function start(...args: readonly string[]) {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function run(...args: readonly string[]) {
  const child = start(...args);
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { stdout, stderr, status };
}

function plant(...milliseconds: readonly number[]): string {
  const folder = plantLibrary(...milliseconds);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const readRecord = (folder: string): BenchRecord => JSON.parse(readFileSync(join(folder, 'bench.json'), 'utf8'));

/** Milliseconds, on a machine that does much besides. */
describe('npm run bench', { timeout: 300_000 }, () => {
  it('measures texts, pages, base and growth, and writes tables, figures and a picture', async () => {
    const output = makeFolder();
    const parts = ['article', 'html', 'base', 'growth'].flatMap((part) => ['--only', part]);
    const tiny = ['--file', ARTICLE, '--rounds', '4', '--largest', '1000', '--short', '--tree', plant(200, 20)];
    const { stdout, stderr, status } = await run(...parts, ...tiny, '--output', output);
    expect({ stderr: stderr.replaceAll(/^ *\d+ s {2}.*\n/gmu, ''), status }).toEqual({ stderr: '', status: 0 });
    const record = readRecord(output);
    expect(record).toMatchObject({ schema: 'copydesk.bench/1', failures: [], base: { ref: 'HEAD~1', pairs: 3 } });
    expect(record.machine.versions).toMatchObject({ compromise: expect.stringMatching(/^\d+\./u) });
    expect(record.article?.map(({ kind }) => kind)).toEqual(['fresh', 'unseen', 'again']);
    for (const { rows, allStages } of record.article ?? []) {
      for (const { milliseconds, ratio } of rows) expect(Math.min(milliseconds.median, ratio.median)).toBeGreaterThan(0);
      expect(allStages.lowerQuartile).toBeGreaterThan(0.8);
      expect(allStages.upperQuartile).toBeLessThanOrEqual(1.02);
    }
    expect(record.article?.[0]?.rows).toHaveLength(4);
    expect(record.html?.rows).toHaveLength(4);
    expect(record.growth?.sizes.map(({ format, size }) => `${format} ${size}`)).toEqual([
      'text 1000',
      'markdown 1000',
      'html 1000',
    ]);
    expect(existsSync(join(output, 'growth.svg'))).toBe(true);
    for (const row of ['compromise: people', 'annotate', 'defuddle', 'tree / base', 'markdown'])
      expect(stdout).toContain(`  ${row}`);
  });

  it('leaves the base out where there is none, says so, and demands one that is named', async () => {
    const tree = plant(20);
    const { stdout, status } = await run('--only', 'base', '--tree', tree);
    expect(stdout).toContain('Base: left out');
    expect(status).toBe(0);
    expect((await run('--only', 'base', '--tree', tree, '--base', 'HEAD~1')).status).toBe(64);
  });

  it('leaves no worktree behind when it is interrupted', async () => {
    const tree = plant(20, 20);
    const child = start('--only', 'base', '--tree', tree);
    for await (const chunk of child.stderr) if (String(chunk).includes('pair 1')) break;
    expect(listWorktrees(tree)).toHaveLength(2);
    const closed = once(child, 'exit');
    child.kill('SIGINT');
    expect(await closed).toEqual([130, null]);
    expect(listWorktrees(tree)).toHaveLength(1);
  });
});
