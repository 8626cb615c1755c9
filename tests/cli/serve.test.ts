import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyDataFolder } from '../service/copy-data-folder.ts';
import { CANARY } from '../service/examine-log.ts';
import { spawnCopydesk } from '../service/spawn-process.ts';

let folder: string;
let env: Record<string, string>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'copydesk-serve-'));
  env = { COPYDESK_DATA: join(folder, 'data'), COPYDESK_PORT: '0' };
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A desk that was started before. */
async function makeTables(): Promise<void> {
  mkdirSync(env.COPYDESK_DATA ?? '');
  await copyDataFolder(env.COPYDESK_DATA ?? '');
}

async function serve(args: readonly string[], more: Record<string, string> = {}) {
  const running = spawnCopydesk('src/cli/main.ts', ['serve', ...args], { env: { ...env, ...more } });
  const code = await running.ended;
  return { code, output: running.output() };
}

describe('copydesk serve', () => {
  it('moderates the examples, and shows the stored results when asked again', { timeout: 180_000 }, async () => {
    const first = await serve(['--examples', '--once']);
    expect(first.code, first.output).toBe(0);
    for (const outcome of ['PUBLISH', 'REVIEW', 'REJECT']) expect(first.output).toContain(outcome);
    expect(first.output).not.toContain('was moderated before');
    const second = await serve(['--examples', '--once']);
    expect(second.code).toBe(0);
    expect(second.output.match(/was moderated before: this is the stored result/gu)).toHaveLength(3);
  });

  it('stays up until Ctrl-C, says where, refuses a second desk on its folder, and stops cleanly', {
    timeout: 180_000,
  }, async () => {
    await makeTables();
    const running = spawnCopydesk('src/cli/main.ts', ['serve', '--examples'], { env });
    await expect.poll(() => running.output(), { timeout: 120_000 }).toContain('The desk is up (embedded)');
    expect(running.output()).toContain(env.COPYDESK_DATA);
    expect(running.output()).toMatch(/the page for people (http:\S+)\/desk\/, the API on \1 \(explained on \1\/docs\)/u);
    const second = await serve(['--examples', '--once']);
    expect(second.code).toBe(78);
    expect(second.output).toContain(`in use by process ${running.child.pid}`);
    running.child.kill('SIGINT');
    expect(await running.ended, running.output()).toBe(0);
  });

  it('takes a file with a very long path, and shows no escape of a file name', { timeout: 180_000 }, async () => {
    await makeTables();
    const deep = join(folder, 'd'.repeat(120), 'e'.repeat(120));
    mkdirSync(deep, { recursive: true });
    writeFileSync(
      join(deep, 'long.txt'),
      'The council met\n\nThe harbour council met at noon to hear the pilots of the channel.',
    );
    writeFileSync(join(folder, '\u001b[31mred.txt'), 'The council met');
    const { code, output } = await serve(['--once', deep, join(folder, '\u001b[31mred.txt')]);
    expect(output).toMatch(/PUBLISH .*…[de/]+\/long\.txt/u);
    expect(output).toContain('the id holds a control character');
    expect(output).not.toContain('\u001b');
    expect(code).toBe(65);
  });

  it('says that it was stopped before the articles were done', { timeout: 180_000 }, async () => {
    await makeTables();
    const lines = Array.from({ length: 400 }, (_, at) =>
      JSON.stringify({ id: `a${at}`, text: `The council met for the ${at}th time ${CANARY}. `.repeat(200) }),
    );
    writeFileSync(join(folder, 'feed.ndjson'), lines.join('\n'));
    const running = spawnCopydesk('src/cli/main.ts', ['serve', '--once', join(folder, 'feed.ndjson')], { env });
    await expect.poll(() => running.output(), { timeout: 120_000 }).toContain('a0');
    running.child.kill('SIGTERM');
    expect(await running.ended).toBe(75);
    expect(running.output()).toContain('stopped before all articles were done');
  });

  it('goes on with the other files when one cannot be read, and says which', { timeout: 180_000 }, async () => {
    await makeTables();
    writeFileSync(join(folder, 'bad.txt'), '%PDF-1.7\n');
    writeFileSync(
      join(folder, 'good.txt'),
      'The council met\n\nThe harbour council met at noon to hear the pilots of the channel.',
    );
    const { code, output } = await serve(['--once', join(folder, 'bad.txt'), join(folder, 'good.txt')]);
    expect(code).toBe(65);
    expect(output).toContain('bad.txt');
    expect(output).toContain('this is a PDF; convert it to text');
    expect(output).toMatch(/PUBLISH .*good\.txt/u);
  });

  it.each([
    ['a file that is not there, before a key is made', ['nofile.txt'], {}, 66, 'nofile.txt: no such file or folder'],
    ['an unknown setting', [], { COPYDESK_COLOUR: 'red' }, 78, 'COPYDESK_COLOUR: there is no such setting'],
    ['a bad value', [], { COPYDESK_CONCURRENCY: 'many' }, 78, 'COPYDESK_CONCURRENCY'],
    ['Redis without a database', [], { REDIS_URL: 'redis://127.0.0.1:1' }, 78, 'REDIS_URL needs DATABASE_URL'],
    [
      'a database that is not there',
      [],
      { DATABASE_URL: `postgres://copydesk:${CANARY}@127.0.0.1:1/none` },
      78,
      'DATABASE_URL: the server cannot be used',
    ],
    [
      'a database of another kind',
      [],
      { DATABASE_URL: 'mysql://127.0.0.1/x' },
      78,
      'must begin with postgres:// or postgresql://',
    ],
    ['a folder as the log', ['--once', '--examples'], { COPYDESK_LOG: '/' }, 78, 'COPYDESK_LOG: the log cannot be written to /'],
    [
      'a log where no folder can be made',
      ['--once', '--examples'],
      { COPYDESK_LOG: '/proc/nowhere/log.ndjson' },
      78,
      'COPYDESK_LOG: the folder /proc/nowhere cannot be made',
    ],
    [
      'a file as the data folder',
      ['--once', '--examples'],
      { COPYDESK_DATA: '/etc/passwd', COPYDESK_LOG: 'stderr' },
      78,
      'COPYDESK_DATA: the folder /etc/passwd cannot be made',
    ],
    ['no data folder', ['--data', ''], {}, 64, '--data needs a folder'],
    ['rules that are not there', [], { COPYDESK_RULES: '/nowhere' }, 78, '/nowhere'],
    [
      'a recogniser that is not there',
      [],
      { COPYDESK_ENTITIES: '/nowhere' },
      78,
      '/nowhere: the recogniser folder cannot be read: there is no such folder',
    ],
    ['topics that are not there', [], { COPYDESK_TOPICS: '/nowhere' }, 78, '/nowhere'],
    ['an unknown role', ['--role', 'workers'], {}, 64, 'did you mean worker?'],
    ['one role alone in the embedded mode', ['--role', 'relay'], {}, 78, 'set DATABASE_URL'],
    ['--once with nothing to do', ['--once'], {}, 64, '--once needs --examples or files'],
    ['an unknown flag', ['--onec'], {}, 64, '--once'],
    ['a file that is not there', ['--once', '/nowhere.txt'], {}, 66, '/nowhere.txt'],
  ] as const)('refuses %s', { timeout: 180_000 }, async (_, args, more, code, message) => {
    const result = await serve(args, more);
    expect(result.output).toContain(message);
    expect(result.output).not.toContain(CANARY);
    expect(result.output).not.toMatch(/\n\s+at /u);
    expect(result.code).toBe(code);
  });
});
