import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { listOwnTexts } from '../../../bench/texts/own-texts.ts';

/** UTF-16 code units: a long article. */
const LENGTH = 8000;
const BENCH = fileURLToPath(new URL('../../../bench/annotate.ts', import.meta.url));

// In a process of its own: modules run slower in that of the tests, ours more so than compromise's one file.
it('annotates a text for a quarter of the CPU time that compromise takes for its people, places and organizations', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-cost-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const text = listOwnTexts().join('').slice(0, LENGTH);
  expect(text).toHaveLength(LENGTH);
  const file = join(folder, 'article.txt');
  await writeFile(file, text);
  const { stdout } = await promisify(execFile)(process.execPath, [BENCH, '--brief', '--file', file]);
  const ratio = Number(/^ {2}ratio ([\d.]+)$/mu.exec(stdout)?.[1]);
  expect(ratio).toBeLessThan(0.25);
});
