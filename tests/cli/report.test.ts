import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogLines } from '../../bench/report/log-lines.ts';
import type { LogReport } from '../../src/schema/log-report-schema.ts';
import { EVENT_NAMES, exampleLine } from '../log-report/example-lines.ts';
import { runCopydesk } from './run-copydesk.ts';
import { runInside } from './run-inside.ts';
import { temporaryFolder } from './temporary-folder.ts';

const SCHEMA = new URL('../../schemas/log-report-1.schema.json', import.meta.url);
const generator = new LogLines(11, 61_000);
const lives = Array.from({ length: 30 }, () => generator.next().join('')).join('');

async function readReport(args: readonly string[], input: string | Uint8Array = ''): Promise<LogReport> {
  const { code, stdout, stderr } = await runInside(['report', '--format', 'json', '--top', '1000', ...args], input);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

/** What a report says, without where it was read. */
const withoutPlaces = ({ input: { files, faults, places, ...input }, ...report }: LogReport) => ({ ...report, input });

describe('copydesk report', () => {
  it('says what a log says, by the published schema', async () => {
    const ajv = new Ajv2020({ strict: true, strictTypes: false });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));
    for (const lines of [lives, EVENT_NAMES.map((event) => `${exampleLine(event)}\n`).join('')]) {
      const report = await readReport([], `${lines}what\n`);
      expect(validate(report) || validate.errors).toBe(true);
      expect(report.input).toMatchObject({ broken: 1, counted: lines.split('\n').length - 1 });
    }
  });

  it.each([
    ['gzip', 'a.gz', gzipSync(lives)],
    ['gzip in two parts', 'a.ndjson', Buffer.concat([gzipSync(lives.slice(0, 5000)), gzipSync(lives.slice(5000))])],
    ['zstd', 'a', zstdCompressSync(lives)],
    ['zstd in two parts', 'a.zst', Buffer.concat([zstdCompressSync(lives.slice(0, 5000)), zstdCompressSync(lives.slice(5000))])],
    ['zstd in many parts', 'a.zst', Buffer.concat(lives.split(/(?<=\n)/u).map((line) => zstdCompressSync(line)))],
    ['Brotli', 'a.br', brotliCompressSync(lives)],
  ])('reads %s as what was packed', async (_, name, bytes) => {
    const folder = temporaryFolder({ [name]: bytes });
    expect(withoutPlaces(await readReport([join(folder, name)]))).toEqual(withoutPlaces(await readReport([], lives)));
  });

  it('reads packed lines from standard input', async () => {
    expect(withoutPlaces(await readReport(['-'], gzipSync(lives)))).toEqual(withoutPlaces(await readReport([], lives)));
  });

  it('says the same whatever the order of files and wherever a log is cut', async () => {
    const lines = lives.trimEnd().split('\n');
    const whole = withoutPlaces(await readReport([], lives));
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.boolean(), async (place, isTurned) => {
        const at = place % lines.length;
        const parts = { 'a.log': lines.slice(0, at).join('\n'), 'b.log': lines.slice(at).join('\n') };
        const folder = temporaryFolder(parts);
        const names = ['a.log', 'b.log'].map((name) => join(folder, name));
        expect(withoutPlaces(await readReport(isTurned ? names.toReversed() : names))).toEqual(whole);
      }),
      { numRuns: 10 },
    );
  });

  it('goes on when a file cannot be read, and says so', async () => {
    const cut = gzipSync(lives).subarray(0, 2000);
    const damaged = zstdCompressSync(lives).fill(0xff, 6, 20);
    const folder = temporaryFolder({ 'a.log': lives, 'cut.gz': cut, 'damaged.zst': damaged });
    const names = ['cut.gz', 'damaged.zst', 'none.log', 'a.log', '.'].map((name) => join(folder, name));
    const { code, stdout, stderr } = await runInside(['report', '--format', 'json', ...names]);
    const report: LogReport = JSON.parse(stdout);
    expect(code).toBe(74);
    expect(report.input.faults.map((fault) => fault.code)).toEqual(['cut_off', 'damaged', 'not_found', 'read_failed']);
    expect(stderr.split('\n')).toHaveLength(5);
    expect(report.articles.received).toBeGreaterThanOrEqual(30);
  });

  it.each([
    ['nothing', '', 1],
    ['lines of something else', 'a\nb\n{"a":1}\n', 1],
    ['lines of another time', `${exampleLine('article.received')}\n`, 0],
  ])('ends with a code of its own for %s', async (_, input, code) => {
    const run = await runInside(['report', '--since', '1h'], input);
    expect(run.code).toBe(code);
    expect(run.stdout).toContain('No line was counted.');
  });

  it.each([
    ['--format', 'pdf'],
    ['--since', 'yesterday'],
    ['--since', '2026-02-30T99:00'],
    ['--until', '5x'],
    ['--top', '0'],
    ['--top', 'all'],
    ['--since', '1h', '--until', '2h'],
    ['--colour', 'no'],
    ['a.log', 'a.log'],
  ])('refuses %s %s', async (...args) => {
    expect(await runInside(['report', ...args], lives)).toMatchObject({ code: 64, stdout: '' });
  });

  it('writes a file that appears when whole', async () => {
    const folder = temporaryFolder({ 'a.log': lives });
    const output = join(folder, 'a.html');
    expect(await runInside(['report', join(folder, 'a.log'), '--format', 'html', '--output', output])).toMatchObject({
      code: 0,
      stdout: '',
    });
    expect(readFileSync(output, 'utf8')).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/u);
  });

  it('draws no control of a name or a file on a terminal', async () => {
    const evil = exampleLine('article.received', { source: 'a\u001b[2J\u202eb' });
    const folder = temporaryFolder({ 'x\u001b]0;own\u0007\u202e.log': `${evil}\nbroken\n` });
    const { stdout } = await runInside(['report', join(folder, 'x\u001b]0;own\u0007\u202e.log')]);
    expect(stdout).toContain('a␛[2J\\u202eb');
    expect(stdout).toContain('x␛]0;own␇\\u202e.log:2');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it looks for
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/u);
  });

  it('shows how far it is on a screen only', async () => {
    const folder = temporaryFolder({ 'a.log': lives });
    const { stderr } = await runInside(['report', join(folder, 'a.log')], '', { isStderrTty: true });
    expect(stderr).toMatch(/reading \[[█·]{24}\] \d+\/1 {2}MB {2}[\d,]+ lines\/s/u);
  });

  it('holds no lines: much more than the heap goes through it', async () => {
    const feed = function* (): Generator<string> {
      const lines = new LogLines(5);
      for (let articles = 0; articles < 12_000; articles++) yield lines.next().join('');
      yield `${'x'.repeat(30_000_000)}\n`;
    };
    const run = await runCopydesk(['report', '--format', 'json'], { input: feed(), node: ['--max-old-space-size=40'] });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const report: LogReport = JSON.parse(run.stdout);
    expect(report.articles.received).toBe(12_000);
    expect(report.input).toMatchObject({ too_long: 1 });
    expect(report.input.files[0]?.bytes).toBeGreaterThan(70_000_000);
  });
});
