import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Desk } from '../../src/service/open-desk.ts';
import { answerInTurn, problem } from '../client/answer-in-turn.ts';
import { openTestDesk } from '../service/open-test-desk.ts';
import { createPlace, type TestPlace } from '../service/test-place.ts';
import { runInside } from './run-inside.ts';
import { temporaryFolder } from './temporary-folder.ts';

const GOOD = 'The council met\n\nThe harbour council of Merrow met at noon on Monday to hear what the pilots wanted.\n';
const BAD = readFileSync(new URL('../../examples/03-cup-final.txt', import.meta.url), 'utf8');

const recordSchema = z.array(
  z.object({
    id: z.string().optional(),
    name: z.string().optional(),
    externalId: z.string().optional(),
    source: z.string().nullable().optional(),
    revision: z.number().optional(),
    isNew: z.boolean().optional(),
    status: z.string().optional(),
    outcome: z.string().nullable().optional(),
    error: z.object({ code: z.string(), message: z.string() }).optional(),
  }),
);

let place: TestPlace;
let desk: Desk;
let env: Record<string, string>;

beforeAll(async () => {
  place = await createPlace('embedded');
  desk = await openTestDesk(place);
  env = { COPYDESK_URL: desk.url ?? '', COPYDESK_KEY: desk.firstKey ?? '' };
});
afterAll(async () => {
  await desk.close();
  await place.remove();
});

const submit = (args: readonly string[], input = '') => runInside(['submit', ...args], input, { env });

async function submitJson(args: readonly string[], input = '') {
  const run = await submit(['--format', 'json', ...args], input);
  return { ...run, rows: recordSchema.parse(JSON.parse(run.stdout)) };
}

describe('copydesk submit', () => {
  it('hands a folder in and shows the verdicts, the worst as its exit code; again, nothing is new', async () => {
    const folder = temporaryFolder({ 'a.txt': GOOD, 'b/bad.txt': BAD, 'c.md': `# ${GOOD}` });
    const first = await submit(['--wait', '--source', 'gazette', folder]);
    expect(first.stderr).toBe('');
    expect(first.stdout).toMatch(/^publish +[\d.]+ +1 +\S+a\.txt$/mu);
    expect(first.stdout).toMatch(/^reject +[\d.]+ +1 +\S+b\/bad\.txt +\w+/mu);
    expect(first.stdout).toContain('3 articles are in; 2 publish, 0 review, 1 reject\n');
    expect(first.code).toBe(2);
    const again = await submitJson(['--wait', '--source', 'gazette', folder]);
    expect(again.rows.map(({ isNew, revision, source, outcome }) => [isNew, revision, source, outcome])).toEqual([
      [false, 1, 'gazette', 'publish'],
      [false, 1, 'gazette', 'reject'],
      [false, 1, 'gazette', 'publish'],
    ]);
    expect(again.code).toBe(2);
  });

  it('sends more than a batch in the order of the input, and tells what cannot be used in its place', async () => {
    const lines = Array.from({ length: 230 }, (_, at) =>
      JSON.stringify({ id: `n${at}`, text: `The council met for the ${at}th time.` }),
    );
    const input = [
      ...lines.slice(0, 100),
      '{"id":"broken"',
      JSON.stringify({ id: 'a\u0007b', text: 'x' }),
      ...lines.slice(100),
    ].join('\n');
    const { rows, code, stderr } = await submitJson(['-'], input);
    expect(rows).toHaveLength(232);
    expect(rows.map(({ externalId }) => externalId)).toEqual([
      ...Array.from({ length: 100 }, (_, at) => `n${at}`),
      ...[undefined, undefined],
      ...Array.from({ length: 130 }, (_, at) => `n${at + 100}`),
    ]);
    expect([rows[100]?.error?.code, rows[101]?.error?.code]).toEqual(['bad_json', 'bad_id']);
    expect(stderr.match(/copydesk: /gu)).toHaveLength(2);
    expect(stderr).not.toContain('\u0007');
    expect(code).toBe(65);
  });

  it('names standard input by its content, and a file alike however its path is written', async () => {
    const { rows } = await submitJson(['-'], GOOD);
    expect(rows[0]?.externalId).toMatch(/^stdin-[0-9a-f]{16}$/u);
    expect((await submitJson(['-'], GOOD)).rows[0]).toMatchObject({ externalId: rows[0]?.externalId, isNew: false });
    const folder = temporaryFolder({ 'one.txt': GOOD });
    const plain = await submitJson([join(folder, 'one.txt')]);
    const odd = await submitJson([`${folder}/.//one.txt`]);
    expect(odd.rows[0]).toMatchObject({ id: plain.rows[0]?.id, isNew: false });
  });

  it('passes over what its journal notes, also behind a line that broke off, and an older text does not come back', async () => {
    const folder = temporaryFolder({ 'feed.ndjson': `{"id":"j1","text":"First."}\n{"id":"j2","text":"Second."}\n` });
    const journal = join(folder, 'sent.journal');
    const args = ['--resume', journal, join(folder, 'feed.ndjson')];
    expect((await submitJson(args)).rows.map(({ isNew }) => isNew)).toEqual([true, true]);
    appendFileSync(journal, '{"sha256":"ab');
    await submitJson(['-', '--input', 'ndjson'], '{"id":"j1","text":"First, corrected."}');
    const again = await submitJson([...args, '--wait']);
    expect(again.rows.map(({ revision, status, isNew }) => [revision, status, isNew])).toEqual([
      [1, 'superseded', false],
      [1, 'accepted', false],
    ]);
    const spelt = `${env.COPYDESK_URL?.replace('http:', 'HTTP:')}/`;
    expect((await submit([...args, '--url', spelt])).code).toBe(0);
    const other = await runInside(['submit', ...args], '', { env: { ...env, COPYDESK_TENANT: 'other' } });
    expect([other.code, other.stderr]).toEqual([65, expect.stringContaining('is about another desk or tenant')]);
    const stranger = await submit(['--resume', join(folder, 'feed.ndjson'), '-'], GOOD);
    expect([stranger.code, stranger.stderr]).toEqual([65, expect.stringContaining('is no journal of copydesk submit')]);
  });

  it('gives a line for each article, or no word at all', async () => {
    const lines = await submit(
      ['--format', 'ndjson', '-', '--input', 'ndjson'],
      '{"id":"q1","text":"One."}\n{"id":"q2","text":"Two."}\n',
    );
    expect(
      lines.stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).externalId),
    ).toEqual(['q1', 'q2']);
    expect(await submit(['--quiet', '-'], GOOD)).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it.each([
    ['once where nobody draws', ['-'], 1],
    ['not when it is to be quiet', ['-', '--quiet'], 0],
  ] as const)('tells that it waits, for whom and why: %s', async (_, args, lines) => {
    const taken = { id: 'art_w', revision: 1, externalId: 'w', source: null, status: 'pending', url: '/', isNew: true };
    const server = await answerInTurn(['break', 'break', { status: 202, body: { articles: [taken] } }]);
    const { stderr, code } = await runInside(['submit', '--url', server.url, ...args], '{"id":"w","text":"Text."}', { env });
    await server.close();
    const line = `copydesk: waiting, up to 300 s for a batch: ${server.url} cannot be reached: no connection, or it broke\n`;
    expect(stderr).toBe(line.repeat(lines));
    expect(code).toBe(0);
  });

  it('draws a bar on a screen', async () => {
    const folder = temporaryFolder({ 'a.txt': `${GOOD}More.`, 'b.txt': `${GOOD}Less.` });
    const { stderr, stdout } = await runInside(['submit', folder], '', { env, isStderrTty: true });
    expect(stderr).toContain('sending [');
    expect(stderr.endsWith('\r\u001b[2K')).toBe(true);
    expect(stdout).toContain('2 articles are in');
  });
});

describe('copydesk submit, refused', () => {
  it.each([
    ['no key', ['-'], { COPYDESK_KEY: '' }, 78, 'set COPYDESK_KEY'],
    ['another key', ['-'], { COPYDESK_KEY: `ck_abcdefgh_${'x'.repeat(43)}` }, 78, 'A key is needed'],
    ['a tenant that is not there', ['-', '--tenant', 'nobody'], {}, 78, 'There is no such tenant'],
    ['a desk that is not there', ['-', '--patience', '0'], { COPYDESK_URL: 'http://127.0.0.1:9' }, 74, 'cannot be reached'],
    ['an address that is none', ['-', '--url', 'localhost'], {}, 64, 'must look like http://'],
    ['a key with a blank', ['-', '--key', 'a b'], {}, 78, 'must look like ck_'],
    ['a key file that is not there', ['-', '--key-file', '/nowhere.key'], {}, 78, 'cannot be read: ENOENT'],
    ['the key and an article on standard input', ['-', '--key-file', '-'], {}, 64, 'read only once'],
    ['the key of a desk to be started', ['-'], { COPYDESK_KEY: '', COPYDESK_OPERATOR_KEY: 'ck_x_y' }, 78, 'set COPYDESK_KEY'],
    ['no file', [], {}, 64, 'name files'],
    ['impatience', ['-', '--patience', 'long'], {}, 64, '--patience'],
    ['an unknown format', ['-', '--format', 'xml'], {}, 64, 'unknown value of --format'],
    ['a file that is not there', ['/nowhere.txt'], {}, 66, 'no such file'],
    ['a journal that cannot be written', ['-', '--resume', '/nowhere/x'], {}, 74, 'cannot be written'],
  ] as const)('says so: %s', async (_, args, more, code, message) => {
    const run = await runInside(['submit', ...args], GOOD, { env: { ...env, ...more } });
    expect(run.stderr).toContain(message);
    expect(run.code).toBe(code);
    expect(run.stdout + run.stderr).not.toContain(env.COPYDESK_KEY ?? 'ck_');
  });

  it('sends halves to a desk that takes fewer at once, and tells the one that is too large', async () => {
    const taken = (id: string) => ({
      id: `art_${id}`,
      revision: 1,
      externalId: id,
      source: null,
      status: 'pending',
      url: '/',
      isNew: true,
    });
    const server = await answerInTurn([
      problem('rate_limited', 429, { 'retry-after': '600', 'ratelimit-policy': '"articles";q=2;w=10' }),
      { status: 202, body: { articles: [taken('a'), taken('b')] } },
      problem('body_too_large', 413),
    ]);
    const input = ['a', 'b', 'c'].map((id) => JSON.stringify({ id, text: 'Text.' })).join('\n');
    const { stdout, code } = await runInside(['submit', '--url', server.url, '-'], input, { env });
    await server.close();
    expect(server.seen.map(({ body }) => JSON.parse(body).articles.length)).toEqual([3, 2, 1]);
    expect(stdout).toMatch(/^failed .* c +body_too_large$/mu);
    expect(stdout).toContain('2 articles are in; 1 failed');
    expect(code).toBe(65);
  });
});

describe('Ctrl-C', () => {
  it('tells what was sent', { timeout: 180_000 }, async () => {
    const taken = Array.from({ length: 100 }, (_, at) => ({
      ...{ id: `art_${at}`, revision: 1, externalId: `c${at}`, source: null, status: 'pending', url: '/', isNew: true },
    }));
    const server = await answerInTurn([
      { status: 202, body: { articles: taken } },
      problem('queue_full', 503, { 'retry-after': '60' }),
    ]);
    const input = Array.from({ length: 250 }, (_, at) => JSON.stringify({ id: `c${at}`, text: 'Text.' })).join('\n');
    const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
    const feed = join(temporaryFolder({ 'feed.ndjson': input }), 'feed.ndjson');
    const child = spawn(process.execPath, [main, 'submit', feed], { env: { ...env, PATH: '', COPYDESK_URL: server.url } });
    const output = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    await expect.poll(() => server.seen.length, { timeout: 60_000 }).toBe(2);
    child.kill('SIGINT');
    const [stdout, stderr, [code]] = await output;
    await server.close();
    expect(stdout).toContain('100 articles are in');
    expect(stderr).toContain('stopped. 100 articles are in. Run the same command again');
    expect(code).toBe(75);
  });
});
