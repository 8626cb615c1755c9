import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { followLogs } from '../../../src/cli/report/follow-logs.ts';
import { LogTally } from '../../../src/log-report/log-tally.ts';
import { exampleLine } from '../../log-report/example-lines.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const MAIN = fileURLToPath(new URL('../../../src/cli/main.ts', import.meta.url));
const line = (id: number): string => `${exampleLine('article.received', { article_id: `art_${id}`, number: 1 })}\n`;
const lines = (from: number, to: number): string => Array.from({ length: to - from }, (_, at) => line(from + at)).join('');

/** Follows files inside this process until `stop`. */
function follow(files: readonly string[]) {
  const tally = new LogTally();
  const stopped = new AbortController();
  const done = followLogs(files, Readable.from([]), tally, stopped.signal, () => Promise.resolve());
  const received = () => tally.toReport({ files: [], faults: [] }, 10).articles.received;
  return {
    until: (count: number) => expect.poll(received, { timeout: 60_000, interval: 50 }).toBe(count),
    stop: async () => {
      stopped.abort();
      const read = await done;
      return { ...read, received: received(), report: tally.toReport({ files: [], faults: [] }, 10) };
    },
  };
}

describe('followLogs', () => {
  it('reads on while a file grows, is rotated and is made shorter, and waits for one that is not there', async () => {
    const folder = temporaryFolder({ 'a.log': lines(0, 3) });
    const [file, later] = [join(folder, 'a.log'), join(folder, 'later.log')];
    const following = follow([file, later]);
    await following.until(3);
    appendFileSync(file, lines(3, 5) + line(5).slice(0, 40));
    await following.until(5);
    appendFileSync(file, line(5).slice(40));
    await following.until(6);
    renameSync(file, `${file}.1`);
    appendFileSync(`${file}.1`, line(6));
    writeFileSync(file, lines(7, 9));
    await following.until(9);
    truncateSync(file, 0);
    await wait(700);
    appendFileSync(file, line(9));
    writeFileSync(later, line(10));
    await following.until(11);
    const { files, faults, report } = await following.stop();
    expect(faults).toEqual([]);
    expect(files).toMatchObject([{ lines: 10 }, { lines: 1 }]);
    expect(report.input).toMatchObject({ lines: 11, counted: 11, broken: 0 });
  });

  it('sees that a file was emptied and has grown past where it was meanwhile', async () => {
    const file = join(temporaryFolder({ 'a.log': lines(0, 3) }), 'a.log');
    const following = follow([file]);
    await following.until(3);
    // Within one look, as `copytruncate` and a busy desk do.
    writeFileSync(file, lines(3, 10));
    await following.until(10);
    const { report } = await following.stop();
    expect(report.input).toMatchObject({ lines: 10, counted: 10, broken: 0 });
  });

  it('reads a pipe to its end', async () => {
    const pipe = join(temporaryFolder({}), 'pipe');
    execFileSync('mkfifo', [pipe]);
    const following = follow([pipe]);
    await appendFile(pipe, lines(0, 4));
    await following.until(4);
    const { faults, report } = await following.stop();
    expect([faults, report.input.lines]).toEqual([[], 4]);
  });

  it('does not take a line for broken that is not whole yet', async () => {
    const file = join(temporaryFolder({ 'a.log': line(0) + line(1).slice(0, 30) }), 'a.log');
    const following = follow([file]);
    await following.until(1);
    expect((await following.stop()).report.input).toMatchObject({ lines: 1, broken: 0 });
  });

  it('ends by itself when nothing can grow', async () => {
    const folder = temporaryFolder({ 'a.gz': gzipSync(lines(0, 4)) });
    const tally = new LogTally();
    const input = Readable.from([Buffer.from(lines(4, 6))]);
    const read = await followLogs([join(folder, 'a.gz'), '-'], input, tally, new AbortController().signal, () =>
      Promise.resolve(),
    );
    expect(read.faults).toEqual([]);
    expect(tally.size).toBe(6);
  });
});

describe('copydesk report --follow', () => {
  let child: ChildProcess | undefined;
  afterEach(() => child?.kill('SIGKILL'));

  it('ends on Ctrl-C with the whole report', async () => {
    const file = join(temporaryFolder({ 'a.log': lines(0, 2) }), 'a.log');
    const output = `${file}.json`;
    const running = spawn(process.execPath, [MAIN, 'report', '--follow', file, '--format', 'json', '--output', output]);
    child = running;
    const [said]: Buffer[] = await once(running.stderr, 'data');
    expect(String(said)).toContain('following');
    const errors = text(running.stderr);
    appendFileSync(file, lines(2, 5));
    await wait(3000);
    running.kill('SIGINT');
    const [code]: (number | null)[] = await once(running, 'close');
    expect({ code, errors: await errors }).toEqual({ code: 0, errors: '' });
    const { default: report } = await import(output, { with: { type: 'json' } });
    expect(report.articles.received).toBe(5);
  });
});
