import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { listenOnFreePort } from '../client/listen-on-free-port.ts';
import { OPERATOR_KEY, openTestApi, send, type TestApi } from '../service/api/open-test-api.ts';
import { spawnCopydesk } from '../service/spawn-process.ts';
import { runInside } from './run-inside.ts';
import { temporaryFolder } from './temporary-folder.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi('embedded');
}, 200_000);
afterAll(() => api.close());

const run = async (args: readonly string[], env: Readonly<Record<string, string>> = desk()) => {
  const { ended, output } = spawnCopydesk('src/cli/main.ts', args, { env });
  return { code: await ended, text: output() };
};
const desk = () => ({ COPYDESK_URL: api.desk.url ?? '', COPYDESK_KEY: OPERATOR_KEY });
const ask = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runInside(args, '', { env: { ...desk(), ...env } });

/** A server that gives one answer to everything. */
async function answer(status: number, body: string): Promise<string> {
  const server = createServer((_, response) => response.writeHead(status, { 'content-type': 'application/json' }).end(body));
  const { url, close } = await listenOnFreePort(server);
  onTestFinished(close);
  return url;
}

describe('copydesk keys and tenants', () => {
  it('make, list, exchange and end keys of a running desk', async () => {
    const created = await run(['keys', 'create', 'importer', '--scopes', 'read,admin', '--json']);
    expect(created.code).toBe(0);
    const { id, key } = JSON.parse(created.text);
    expect((await send(api.desk.url ?? '', '/v1/tenant', { key })).status).toBe(200);
    expect((await run(['keys', 'list'])).text).toMatch(new RegExp(`${id}.*importer +read,admin`, 'u'));
    const rotated = await run(['keys', 'rotate', id, '--overlap', '60']);
    expect(rotated.text).toMatch(/The key, shown this once: ck_[0-9a-f]{12}_[0-9a-f]{64}\n/u);
    expect((await run(['keys', 'revoke', id])).code).toBe(0);
    expect(await run(['keys', 'revoke', 'nobody'])).toMatchObject({
      code: 65,
      text: expect.stringContaining('unknown_key'),
    });
  });

  it('make tenants and set their limits', async () => {
    expect((await run(['tenants', 'create', 'gazette'])).code).toBe(0);
    const set = await run([
      'tenants',
      'set',
      'gazette',
      '--rate',
      '2.5',
      '--burst',
      '10',
      '--webhook',
      'https://gazette.example/hook',
    ]);
    expect(set.text).toMatch(/gazette +https:\/\/gazette\.example\/hook +1 +2\.5 +10 /u);
    expect(set.text).toMatch(/shown this once: whsec_/u);
    expect((await run(['tenants', 'list'])).text).toMatch(/^default .*\ngazette /mu);
  });

  it('say what to do when the desk holds the store, and when it is not there', async () => {
    const held = await run(['keys', 'list', '--data', api.place.folder], {});
    expect(held).toMatchObject({ code: 78, text: expect.stringContaining('set COPYDESK_URL, such as http://127.0.0.1:8080') });
    const others = [
      [['people', 'list'], 'If that is the desk: the page of a desk that runs has the same under People'],
      [['audit', 'key'], 'If that is the desk: a desk that runs gives the same at GET /v1/desk/audit'],
      [['precision'], 'If that is the desk: a desk that runs gives the same at GET /v1/desk/precision'],
    ] as const;
    for (const [args, said] of others)
      expect(await run([...args, '--data', api.place.folder], {})).toMatchObject({
        code: 78,
        text: expect.stringContaining(said),
      });
    const away = await ask(['keys', 'list', '--url', 'http://127.0.0.1:1']);
    expect(away).toMatchObject({ code: 74, stderr: expect.stringContaining('cannot be reached') });
    const wrong = await ask(['keys', 'list', '--key', `${OPERATOR_KEY}0`]);
    expect(wrong).toMatchObject({ code: 78, stderr: expect.stringContaining('unauthenticated') });
  });

  it('take desk, key and tenant from the environment, from flags, and the key from a file', async () => {
    expect((await ask(['tenants', 'create', 'herald'])).code).toBe(0);
    const made = await ask(['keys', 'create', 'reader', '--json'], { COPYDESK_TENANT: 'herald' });
    expect(JSON.parse(made.stdout)).toMatchObject({ tenant: 'herald', name: 'reader' });
    const listed = await ask(['keys', 'list'], { COPYDESK_TENANT: 'herald' });
    expect(listed.stdout).toMatch(/ herald +reader /u);
    expect((await ask(['keys', 'list', '--tenant', 'default'], { COPYDESK_TENANT: 'herald' })).stdout).not.toContain('reader');
    const folder = temporaryFolder({ key: `${OPERATOR_KEY}\n` });
    const flags = ['--url', api.desk.url ?? '', '--key-file', join(folder, 'key')];
    expect((await runInside(['keys', 'list', ...flags], '', { env: {} })).code).toBe(0);
    // The operator's key of a desk that is to be started is no key of a client.
    const preset = await runInside(['keys', 'list'], '', {
      env: { COPYDESK_URL: api.desk.url ?? '', COPYDESK_OPERATOR_KEY: OPERATOR_KEY },
    });
    expect(preset).toMatchObject({ code: 78, stderr: expect.stringContaining('set COPYDESK_KEY') });
  });

  it.each([
    ['keys', ['keys', 'create', 'stray'], 'COPYDESK_URL'],
    ['tenants', ['tenants', 'list'], 'COPYDESK_URL'],
    ['dead', ['dead', 'list'], 'COPYDESK_URL'],
    ['queue', ['queue', 'status'], 'DATABASE_URL or --data'],
  ])('make no store that nobody named: %s', async (_, args, said) => {
    const folder = join(temporaryFolder({}), 'desk');
    const { code, stderr } = await runInside(args, '', { env: { COPYDESK_DATA: folder } });
    expect(code).toBe(78);
    expect(stderr).toContain(said);
    expect(existsSync(folder)).toBe(false);
  });

  it.each([
    ['no object', 200, 'null'],
    ['an empty object', 200, '{}'],
    ['no JSON', 200, '<h1>Welcome</h1>'],
    ['a page of a proxy', 502, '<h1>Bad gateway</h1>'],
    ['a redirect', 302, ''],
  ])('say so when something else answers: %s', async (_, status, body) => {
    const url = await answer(status, body);
    for (const args of [
      ['keys', 'list'],
      ['tenants', 'list'],
      ['keys', 'create', 'x'],
      ['dead', 'list'],
    ]) {
      const { code, stderr } = await ask(args, { COPYDESK_URL: url });
      expect(stderr).toMatch(/^copydesk: .*Copydesk.*address/u);
      expect(code).toBe(74);
    }
  });

  it('never print a password, nor a key', async () => {
    const { code, stderr } = await ask(['keys', 'list'], { COPYDESK_URL: 'http://joe:hunter2@127.0.0.1:1' });
    expect(code).toBe(64);
    expect(stderr).not.toContain('hunter2');
    const broken = await ask(['keys', 'list'], { COPYDESK_KEY: `${OPERATOR_KEY}\nx` });
    expect(broken).toMatchObject({ code: 78, stderr: expect.stringContaining('must look like ck_') });
    expect(broken.stderr).not.toContain(OPERATOR_KEY);
  });

  it.each([
    [['keys'], /create, list/u],
    [['keys', 'make'], /unknown part/u],
    [['keys', 'create'], /needs a name/u],
    [['tenants', 'set'], /needs the id/u],
    [['keys', 'list', '--url', 'x'], /must look like http/u],
    [['keys', 'list', '--url', 'http://127.0.0.1:1', '--data', 'x'], /either --url or --data/u],
    [['keys', 'list', '--key', 'a', '--key-file', 'b'], /either --key-file or --key/u],
    [['keys', 'create', 'x', '--scopes', 'read,wirte'], /unknown scope wirte/u],
    [['keys', 'create', 'x', '--expires', 'tomorrow'], /--expires needs a time/u],
    [['keys', 'rotate', 'x', '--overlap', 'abc'], /--overlap needs a whole number/u],
    [['keys', 'rotate', 'x', '--overlap', '2592001'], /--overlap needs a whole number/u],
    [['tenants', 'set', 'gazette'], /--webhook.*--share/u],
    [['tenants', 'set', 'gazette', '--weight', 'none'], /--weight needs a whole number from 1 to 100$/mu],
    [['tenants', 'set', 'gazette', '--weight', '1.5'], /--weight needs a whole number/u],
    [['tenants', 'set', 'gazette', '--rate', '1e-300'], /--rate needs a number from 0.001 to 1000000, or none/u],
    [['tenants', 'set', 'gazette', '--burst', ''], /--burst needs a whole number/u],
    [['tenants', 'set', 'gazette', '--secret', 'new'], /--secret needs add or replace/u],
    [['tenants', 'set', 'gazette', '--share', 'none'], /--share needs yes or no/u],
  ])('refuse %j', async (args, message) => {
    const { code, stderr } = await ask(args);
    expect(stderr).toMatch(message);
    expect(code).toBe(64);
  });

  it('open the store themselves when nobody holds it', async () => {
    const other = await openTestApi('embedded');
    await other.desk.close();
    const created = await run(['keys', 'create', 'first', '--operator', '--data', other.place.folder], {});
    expect(created.text).toMatch(/shown this once: ck_/u);
    expect((await run(['keys', 'list', '--operator', '--data', other.place.folder], {})).text).toContain('first');
    await other.place.remove();
  });
});
