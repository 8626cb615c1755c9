import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATOR_KEY, openTestApi, send, type TestApi } from '../service/api/open-test-api.ts';
import { spawnCopydesk } from '../service/spawn-process.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi('embedded');
}, 200_000);
afterAll(() => api.close());

const run = async (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const { ended, output } = spawnCopydesk('src/cli/main.ts', args, { env });
  return { code: await ended, text: output() };
};
const remote = () => ['--url', api.desk.url ?? '', '--key', OPERATOR_KEY];

describe('copydesk keys and tenants', () => {
  it('make, list, exchange and end keys of a running desk', async () => {
    const created = await run(['keys', 'create', 'importer', '--scopes', 'read,admin', '--json', ...remote()]);
    expect(created.code).toBe(0);
    const { id, key } = JSON.parse(created.text);
    expect((await send(api.desk.url ?? '', '/v1/tenant', { key })).status).toBe(200);
    expect((await run(['keys', 'list', ...remote()])).text).toMatch(new RegExp(`${id}.*importer +read,admin`, 'u'));
    const rotated = await run(['keys', 'rotate', id, '--overlap', '60', ...remote()]);
    expect(rotated.text).toMatch(/The key, shown this once: ck_[0-9a-f]{12}_[0-9a-f]{64}\n/u);
    expect((await run(['keys', 'revoke', id, ...remote()])).code).toBe(0);
    expect(await run(['keys', 'revoke', 'nobody', ...remote()])).toMatchObject({
      code: 65,
      text: expect.stringContaining('unknown_key'),
    });
  });

  it('make tenants and set their limits', async () => {
    expect((await run(['tenants', 'create', 'gazette', ...remote()])).code).toBe(0);
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
      ...remote(),
    ]);
    expect(set.text).toMatch(/gazette +https:\/\/gazette\.example\/hook +1 +2\.5 +10 /u);
    expect(set.text).toMatch(/shown this once: whsec_/u);
    expect((await run(['tenants', 'list', ...remote()])).text).toMatch(/^default .*\ngazette /mu);
  });

  it('say what to do when the desk holds the store, and when it is not there', async () => {
    const held = await run(['keys', 'list', '--data', api.place.folder]);
    expect(held).toMatchObject({ code: 78, text: expect.stringContaining('--url http://127.0.0.1:8080') });
    const away = await run(['keys', 'list', '--url', 'http://127.0.0.1:1', '--key', OPERATOR_KEY]);
    expect(away).toMatchObject({ code: 74, text: expect.stringContaining('cannot be reached') });
    const wrong = await run(['keys', 'list', '--url', api.desk.url ?? '', '--key', `${OPERATOR_KEY}0`]);
    expect(wrong).toMatchObject({ code: 78, text: expect.stringContaining('unauthenticated') });
  });

  it.each([[['keys']], [['keys', 'make']], [['keys', 'create']], [['tenants', 'set']], [['keys', 'list', '--url', 'x']]])(
    'refuse %j',
    async (args) => {
      expect((await run(args)).code).toBe(64);
    },
  );

  it('open the store themselves when nobody holds it', async () => {
    const other = await openTestApi('embedded');
    await other.desk.close();
    const created = await run(['keys', 'create', 'first', '--operator', '--data', other.place.folder]);
    expect(created.text).toMatch(/shown this once: ck_/u);
    expect((await run(['keys', 'list', '--operator', '--data', other.place.folder])).text).toContain('first');
    await other.place.remove();
  });
});
