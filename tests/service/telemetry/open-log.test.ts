import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { logLineSchema } from '../../../src/schema/log-events.ts';
import { droppedLines } from '../../../src/service/telemetry/dropped-lines.ts';
import { openLog } from '../../../src/service/telemetry/open-log.ts';
import { startSpan } from '../../../src/service/telemetry/trace.ts';

const OPEN_LOG = new URL('../../../src/service/telemetry/open-log.ts', import.meta.url).href;

describe('openLog', () => {
  it('writes only the fields that the event allows', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'copydesk-log-'));
    const file = join(folder, 'deep', 'log.ndjson');
    const log = openLog(file, 'info');
    const about = { tenant: 'default', article_id: 'a', revision: 1, run: 1, attempt: 0, number: 1 };
    const states = { processing_state: 'received', review_state: 'none', delivery_state: 'none' } as const;
    const fields = { ...about, ...states, characters: 12 };
    const trace = startSpan();
    log('article.received', { ...fields, ...{ text: 'secret text', title: 'secret title' } }, trace);
    await Promise.resolve();
    const line: unknown = JSON.parse(readFileSync(file, 'utf8'));
    expect(logLineSchema.safeParse(line).error).toBeUndefined();
    expect(line).toMatchObject({
      schema: 1,
      level: 'info',
      service: 'copydesk',
      event: 'article.received',
      trace_id: trace.traceId,
      characters: 12,
    });
    expect(readFileSync(file, 'utf8')).not.toContain('secret');
    rmSync(folder, { recursive: true });
  });

  it('writes the lines of one stretch of work in their order, before anything else is done', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'copydesk-log-'));
    const file = join(folder, 'log.ndjson');
    const log = openLog(file, 'info');
    for (let line = 0; line < 100; line++) log('service.stopped', { up_seconds: line }, startSpan());
    const later = Promise.resolve().then(() => readFileSync(file, 'utf8'));
    const lines = (await later).trimEnd().split('\n');
    expect(lines.map((line) => logLineSchema.parse(JSON.parse(line)))).toMatchObject(
      Array.from({ length: 100 }, (_, line) => ({ up_seconds: line })),
    );
    rmSync(folder, { recursive: true });
  });

  it.runIf(existsSync('/dev/full'))(
    'goes on when the disk is full, keeps a little for when it is not, and counts what is lost',
    async () => {
      const log = openLog('/dev/full', 'info');
      const before = droppedLines.count;
      for (let line = 0; line < 60_000; line++) {
        log('service.stopped', { up_seconds: 1 }, startSpan());
        if (line % 20 === 0) await Promise.resolve();
      }
      await Promise.resolve();
      // A line has some 250 bytes, so 4 MB hold fewer than 20,000.
      expect(droppedLines.count - before).toBeGreaterThan(40_000);
    },
  );

  const program = (lines: number) => `
    const { openLog } = await import(${JSON.stringify(OPEN_LOG)});
    const log = openLog('stdout', 'info');
    for (let line = 0; line < ${lines}; line++) log('service.stopped', { up_seconds: line }, { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16) });
    setTimeout(() => { process.stderr.write('goes on'); }, 50);`;

  it.each([
    ['a pipe', ['bash', '-c', `"$0" --input-type=module -e "$1" | sleep 5`]],
    ['a socket', []],
  ])(
    'goes on when nobody reads %s that it writes to',
    async (_, shell) => {
      const [command = process.execPath, ...before] = shell;
      const own = [process.execPath, program(5000)];
      const args = shell.length > 0 ? [...before, ...own] : ['--input-type=module', '-e', program(5000)];
      const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
      const said = new Promise((resolve) => child.stderr.once('data', (chunk: Buffer) => resolve(chunk.toString())));
      expect(await said).toBe('goes on');
      child.kill('SIGKILL');
    },
    15_000,
  );

  it.runIf(existsSync('/dev/full')).each([
    ['on a disk that is full', '/dev/full', 'ignore'],
    ['whose reader stalls and goes away', 'stdout', 'pipe'],
  ] as const)(
    'lets a process end %s',
    async (_, target, stdout) => {
      const code = `
      const { openLog } = await import(${JSON.stringify(OPEN_LOG)});
      const log = openLog(${JSON.stringify(target)}, 'info');
      for (let line = 0; line < 5000; line++) log('service.stopped', { up_seconds: line }, { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16) });
      setTimeout(() => process.exit(0), 500);`;
      const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', stdout, 'ignore'] });
      setTimeout(() => child.stdout?.destroy(), 300);
      const exited = once(child, 'exit');
      expect(await Promise.race([exited, sleep(8000, ['too late'])])).toEqual([0, null]);
      child.kill('SIGKILL');
    },
    15_000,
  );

  it('loses nothing for a reader that is late, also at the end of the process', async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program(5000)], { stdio: ['ignore', 'pipe', 'ignore'] });
    await sleep(400);
    const lines = (await text(child.stdout)).trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { up_seconds: number }).up_seconds)).toEqual(
      Array.from({ length: 5000 }, (_, line) => line),
    );
  });
});
