import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { PassThrough, Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/run-command-line.ts';
import { readGoldenArticles } from '../golden/read-golden-articles.ts';
import { runCopydesk } from './run-copydesk.ts';
import { runInside } from './run-inside.ts';
import { temporaryFolder } from './temporary-folder.ts';

const FORMATS = ['report', 'json', 'ndjson', 'text', 'markdown', 'html', 'page', 'diff'] as const;
const originals = readGoldenArticles().filter(({ original }) => original.length < 6000);

/** More files than one thread is used for; some are no articles. */
function manyFiles(): string {
  const files = Array.from({ length: 72 }, (_, at) => {
    const { original, format } = originals[at % originals.length] ?? { original: '', format: 'text' };
    const name = `${String(at).padStart(3, '0')}.${format === 'html' ? 'html' : format === 'markdown' ? 'md' : 'txt'}`;
    return [name, at % 20 === 7 ? Buffer.from('%PDF-1.7 no text') : original] as const;
  });
  return temporaryFolder({ ...Object.fromEntries(files), 'z.ndjson': '{"id":"a","text":"Some words."}\n{"id":\n' });
}

const lines = (count: number): string =>
  Array.from({ length: count }, (_, at) =>
    at % 25 === 3 ? '{"no": "article"}' : JSON.stringify({ id: `a${at}`, text: originals[at % originals.length]?.original }),
  ).join('\n');

describe('copydesk check --threads', () => {
  const folder = manyFiles();

  it.each(FORMATS)(
    '%s has the same bytes, faults and exit code with one thread and with three',
    async (format) => {
      const one = await runInside(['check', folder, '--format', format, '--threads', '1']);
      const three = await runInside(['check', folder, '--format', format, '--threads', '3']);
      expect(three).toEqual(one);
      expect(one.stderr.match(/PDF/gu)).toHaveLength(4);
      expect(one.code).toBe(65);
    },
    120_000,
  );

  it('says the same when quiet, and writes the same file', async () => {
    const [out, other] = [join(temporaryFolder(), 'a.json'), join(temporaryFolder(), 'b.json')];
    const one = await runInside(['check', folder, '--quiet', '--format', 'json', '--output', out, '--threads', '1']);
    const two = await runInside(['check', folder, '--quiet', '--format', 'json', '--output', other, '--threads', '2']);
    expect(two).toEqual(one);
    expect(readFileSync(other, 'utf8')).toBe(readFileSync(out, 'utf8'));
    expect(await runInside(['check', folder, '--quiet', '--threads', '2'])).toEqual(one);
  }, 120_000);

  it('goes over from one thread to several in the middle of a stream', async () => {
    const input = lines(150);
    const one = await runInside(['check', '-', '--format', 'ndjson', '--threads', '1'], input);
    expect(await runInside(['check', '-', '--format', 'ndjson', '--threads', '2'], input)).toEqual(one);
    expect(one.stdout.trimEnd().split('\n')).toHaveLength(150);
  }, 120_000);

  it.each([
    ['4', 4],
    ['64', 5],
  ])(
    'starts no more threads than there is work for, of %s at most',
    async (threads, expected) => {
      const few = temporaryFolder(Object.fromEntries(Array.from({ length: 70 }, (_, at) => [`${at}.txt`, `Some words, ${at}.`])));
      let started = 0;
      const onWorker = () => started++;
      process.on('worker', onWorker);
      const run = await runInside(['check', few, '--format', 'ndjson', '--threads', threads]);
      process.off('worker', onWorker);
      expect(run.stdout.trimEnd().split('\n')).toHaveLength(70);
      expect(started).toBe(expected);
    },
    60_000,
  );

  it('has topics, rules and a recogniser of names in each thread', async () => {
    const entities = temporaryFolder({
      'recogniser.json': '{"schema":"copydesk.recogniser/1","kind":"copydesk","name":"own"}',
      'model.json': readFileSync(new URL('../../models/entities.json', import.meta.url)),
    });
    const topics = 'topics:\n  - code: own:1\n    label: Harbours\n    strong: council, harbour\n';
    const file = join(temporaryFolder({ 'own.yaml': topics }), 'own.yaml');
    const rules = fileURLToPath(new URL('../../rules', import.meta.url));
    const args = ['check', folder, '--format', 'ndjson', '--entities', entities, '--topics', file, '--rules', rules];
    const one = await runInside([...args, '--threads', '1']);
    expect(one.stdout, one.stderr).toContain('own@sha256:');
    expect(one.stdout).toContain('"own:1"');
    expect(await runInside([...args, '--threads', '2'])).toEqual(one);
  }, 180_000);

  it('gives results before the input ends', async () => {
    const stdin = new PassThrough();
    let written = 0;
    const stdout = new Writable({
      write(chunk: Buffer, _encoding, done) {
        written += chunk.toString().split('\n').length - 1;
        if (written === 120) stdin.end();
        done();
      },
    });
    stdin.write(`${lines(120)}\n`);
    const stderr = new Writable({ write: (_chunk, _encoding, done) => done() });
    const terminal = { stdin, stdout, stderr, env: {}, isStdoutTty: false, isStderrTty: false };
    expect(await runCommandLine(['check', '-', '--format', 'ndjson', '--threads', '2'], terminal)).toBe(65);
    expect(written).toBe(120);
  }, 60_000);

  it('makes an article that is too much for a thread a fault, and the others go on', async () => {
    const big = Array.from(
      { length: 90_000 },
      (_, at) => `The council met for the ${at}th time to hear what pilot ${at} wanted.`,
    );
    const small = Array.from({ length: 80 }, (_, at) => [
      `${at + 100}.txt`,
      `Some words that nobody would object to, number ${at}.`,
    ]);
    const articles = temporaryFolder({ ...Object.fromEntries(small), '150-big.txt': big.join('\n\n') });
    const node = ['--max-old-space-size=64', '--max-semi-space-size=2'];
    const run = await runCopydesk(['check', articles, '--format', 'ndjson', '--threads', '2'], { node });
    const records = run.stdout
      .trimEnd()
      .split('\n')
      .map((record) => JSON.parse(record));
    const failed = records.filter(({ error }) => error);
    expect(records).toHaveLength(81);
    expect(failed.map(({ error }) => error.message)).toEqual([
      expect.stringMatching(/^the engine failed on the article ".*150-big\.txt": Worker terminated due to reaching memory limit/),
    ]);
    expect(run.stderr.trimEnd().split('\n')).toEqual([expect.stringContaining('150-big.txt')]);
    expect(run.code).toBe(70);
  }, 240_000);

  it.each(['0', '-1', '1.5', 'two', '', '257', '1000'])('refuses "%s"', async (value) => {
    const run = await runInside(['check', folder, `--threads=${value}`]);
    expect(run).toEqual({
      code: 64,
      stdout: '',
      stderr: 'copydesk: --threads needs a whole number from 1 to 256 (see copydesk check --help)\n',
    });
  });

  it('ends all threads when the reader goes away', async () => {
    const stdout = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('gone'), { code: 'EPIPE' })),
    });
    stdout.on('error', () => {});
    const terminal = {
      stdin: Readable.from([]),
      stdout,
      stderr: new PassThrough(),
      env: {},
      isStdoutTty: false,
      isStderrTty: false,
    };
    expect(await runCommandLine(['check', folder, '--threads', '2'], terminal)).toBe(141);
  }, 60_000);
});
