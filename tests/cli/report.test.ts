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

const line = `${exampleLine('article.received')}\n`;

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

  it.each([
    ['bytes behind it', 'a.gz', Buffer.concat([gzipSync(lives), Buffer.from('behind')]), lives.split('\n').length - 1],
    ['bytes behind two parts', 'a.gz', Buffer.concat([gzipSync(line), gzipSync(line), Buffer.from('behind')]), 2],
    ['a part that is none', 'a.gz', Buffer.concat([gzipSync(line), gzipSync(line).fill(0xff, 10, 20), gzipSync(line)]), 1],
    [
      'bytes behind it, Brotli',
      'a.br',
      Buffer.concat([brotliCompressSync(lives), Buffer.from('behind')]),
      lives.split('\n').length - 1,
    ],
  ])('reads all of a packed file up to %s', async (_, name, bytes, expected) => {
    const folder = temporaryFolder({ [name]: bytes });
    const { code, stdout } = await runInside(['report', '--format', 'json', join(folder, name)]);
    const report: LogReport = JSON.parse(stdout);
    expect(report.input.counted).toBe(expected);
    expect([code, report.input.faults.map((fault) => fault.code)]).toEqual([65, ['damaged']]);
  });

  it('reads what is whole of a packed file that is damaged in its middle', async () => {
    const packed = gzipSync(lives, { level: 0 });
    const folder = temporaryFolder({ 'a.gz': packed.fill(0xff, packed.length / 2) });
    const { code, stdout } = await runInside(['report', '--format', 'json', join(folder, 'a.gz')]);
    expect(code).toBe(65);
    expect((JSON.parse(stdout) as LogReport).input.counted).toBeGreaterThan(lives.split('\n').length / 3);
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
    ['lines of a later version', `${exampleLine('article.received').replace('article.received', 'article.dreamt')}\n`, 0],
  ])('ends with a code of its own for %s', async (_, input, code) => {
    const run = await runInside(['report', '--since', '1h'], input);
    expect(run.code).toBe(code);
    expect(run.stdout).toContain('No line was counted.');
  });

  it.each([
    ['none.log', 66, 'none.log'],
    ['damaged.gz', 65, 'the packed file is damaged'],
  ])('ends with the code of its fault for %s alone', async (name, code, message) => {
    const folder = temporaryFolder({ 'damaged.gz': gzipSync(line).fill(0xff, 10, 20) });
    expect(await runInside(['report', join(folder, name)])).toMatchObject({ code, stderr: expect.stringContaining(message) });
  });

  it('says when there is no line of the tenant', async () => {
    const said = 'copydesk: no line is of the tenant nobody\n';
    expect(await runInside(['report', '--tenant', 'nobody'], line)).toMatchObject({ code: 0, stderr: said });
    expect(await runInside(['report', '--tenant', 'default', '--since', '1h'], line)).toMatchObject({ code: 0, stderr: '' });
  });

  it.each([
    ['--format', 'pdf'],
    ['--since', '2026-02-30'],
    ['--since', '1969-12-31'],
    ['--since', '999999w'],
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
