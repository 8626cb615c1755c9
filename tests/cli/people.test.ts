import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/service/config.ts';
import { acceptInvitation } from '../../src/service/people/accept-invitation.ts';
import { openStore } from '../../src/service/store/open-store.ts';
import { spawnCopydesk } from '../service/spawn-process.ts';
import { runInside } from './run-inside.ts';
import { temporaryFolder } from './temporary-folder.ts';

const PASSWORD = 'a long sentence about harbours';
const folder = temporaryFolder();
const env = { COPYDESK_DATA: join(folder, 'data'), COPYDESK_PUBLIC_URL: 'https://desk.merrow.example' };
const run = (...args: readonly string[]) => runInside(args, '', { env });

/** Chooses a password with the link that was printed. */
async function useLink(url: string): Promise<boolean> {
  const store = await openStore(readConfig(env).store, () => undefined);
  const opened = await acceptInvitation(store.pool, url.split('#join=')[1] ?? '', PASSWORD);
  await store.close();
  return opened !== undefined;
}

describe('copydesk people', () => {
  beforeAll(() => {
    mkdirSync(env.COPYDESK_DATA);
  });

  it('adds people with a link to join, and lists them', async () => {
    const added = await run('people', 'add', 'Root', '--role', 'admin', '--all-tenants', '--name', 'The First');
    expect(added).toMatchObject({ code: 0, stderr: '' });
    const [url = ''] = /https:\/\/desk\.merrow\.example\/desk\/#join=[\w-]{43}$/mu.exec(added.stdout) ?? [];
    expect(await useLink(url)).toBe(true);
    expect(await useLink(url)).toBe(false);
    expect((await run('people', 'add', 'ina@merrow.example')).stdout).toMatch(
      /^ina@merrow\.example +ina@merrow\.example +moderator +default +ina@merrow\.example +no +- +per_[0-9a-f]{24}$/mu,
    );
    const listed = await run('people', 'list', '--json');
    expect(JSON.parse(listed.stdout).people).toMatchObject([
      { login: 'ina@merrow.example', email: 'ina@merrow.example', hasJoined: false },
      { login: 'Root', tenant: null, name: 'The First', email: null, hasJoined: true },
    ]);
  }, 120_000);

  it('gives roles, disables, enables and invites anew', async () => {
    const login = 'INA@merrow.example';
    const change = async (...args: string[]) => JSON.parse((await run('people', ...args, '--json')).stdout).people[0];
    expect(await change('role', login, 'lead')).toMatchObject({ role: 'lead' });
    expect(await change('disable', login)).toMatchObject({ disabledAt: expect.stringContaining('T') });
    expect(await run('people', 'invite', login)).toMatchObject({ code: 65, stderr: expect.stringContaining('enable it first') });
    expect(await change('enable', login)).toMatchObject({ disabledAt: null });
    const { stdout } = await run('people', 'invite', login);
    expect(await useLink(/\S+#join=\S+/u.exec(stdout)?.[0] ?? '')).toBe(true);
    expect(await run('people', 'disable', 'root')).toMatchObject({ code: 65, stderr: expect.stringContaining('another admin') });
  }, 120_000);

  it.each<readonly [readonly string[], number, string]>([
    [[], 64, 'say what to do with people: list, add'],
    [['ad'], 64, 'did you mean add?'],
    [['add'], 64, 'needs a login'],
    [['role', 'ina'], 64, 'needs a login and a role'],
    [['role', 'ina@merrow.example', 'chief'], 64, 'unknown role chief'],
    [['list', 'ina'], 64, 'ina is too many'],
    [['list', '--role', 'lead'], 64, '--role is an option of people add'],
    [['disable', 'ina', '--all-tenants'], 64, '--all-tenants is an option of people add'],
    [['add', 'with space'], 64, 'no spaces'],
    [['add', 'x', '--email', 'nowhere'], 64, '--email needs an address'],
    [['add', 'x', '--tenant', 'nowhere'], 65, 'there is no tenant nowhere'],
    [['add', 'x', '--tenant', 'default', '--all-tenants'], 64, 'either --tenant or --all-tenants'],
    [['add', 'ROOT'], 65, 'somebody has the login'],
    [['invite', 'nobody'], 65, 'there is no such person'],
  ])('refuses %j with %i', async (args, code, message) => {
    expect(await run('people', ...args)).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(message) });
  });

  it('makes no store where there is none', async () => {
    const away = await runInside(['people', 'list'], '', { env: { COPYDESK_DATA: join(folder, 'nowhere') } });
    expect(away).toMatchObject({ code: 78, stderr: expect.stringContaining('there is no store') });
  });
});

describe('copydesk audit', () => {
  it('exports a file that it can check, and names the line that somebody changed', async () => {
    const file = join(folder, 'audit.ndjson');
    expect(await run('audit', 'export', '--output', file)).toMatchObject({ code: 0, stdout: '', stderr: '' });
    const whole = await run('audit', 'verify', file);
    expect(whole).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(
        /^whole: default from .*: 2 chains, \d+ events\nsha256 [0-9a-f]{64}\nnot checked: who wrote this export[^\n]*\nnot checked: whether whole chains were left out\n$/u,
      ),
    });
    const text = readFileSync(file, 'utf8');
    // The manifest has a root of its own.
    expect(text.replaceAll('"root":', '')).not.toMatch(/ina@|root|first|merrow/iu);
    const key = (await run('audit', 'key')).stdout.trim();
    expect(key).toMatch(/^ed25519:[\w-]{43}$/u);
    expect((await run('audit', 'key')).stdout.trim()).toBe(key);
    const signed = await run('audit', 'verify', file, '--key', key);
    expect(signed).toMatchObject({ code: 0, stdout: expect.stringMatching(new RegExp(`\nsigned by ${key}\n$`, 'u')) });
    const another = await run('audit', 'verify', file, '--key', `ed25519:${'A'.repeat(43)}`);
    expect(another).toMatchObject({ code: 1, stdout: expect.stringContaining('signed with another key') });
    expect((await runInside(['audit', 'verify', '-'], text)).code).toBe(0);
    const lines = text.split('\n');
    const at = lines.findIndex((line) => line.includes('people.changed'));
    writeFileSync(file, lines.with(at, lines[at]?.replace('"role":"lead"', '"role":"admin"') ?? '').join('\n'));
    const broken = await run('audit', 'verify', file);
    expect(broken.code).toBe(1);
    expect(broken.stdout).toMatch(new RegExp(`^line ${at + 1}: event \\d+ was changed`, 'mu'));
    const { faults } = JSON.parse((await run('audit', 'verify', file, '--json')).stdout);
    expect(faults).toMatchObject([{ line: at + 1 }, { line: lines.length - 1 }]);
    const cut = await runInside(['audit', 'verify', '-'], lines.slice(0, 3).join('\n'));
    expect(cut).toMatchObject({ code: 1, stdout: expect.stringContaining('line 4: the manifest is missing') });
    const long = await runInside(['audit', 'verify', '-'], 'x'.repeat(2_000_000));
    expect(long).toMatchObject({ code: 1, stdout: expect.stringContaining('longer than any line') });
  });

  it.each<readonly [readonly string[], number, string]>([
    [[], 64, 'export, verify or key'],
    [['verify', 'x', '--key', 'ed25519:short'], 64, '--key needs what copydesk audit key prints'],
    [['key', 'a'], 64, 'a is too many'],
    [['verify'], 64, 'needs a file'],
    [['verify', 'a', 'b'], 64, 'b is too many'],
    [['export', 'a'], 64, 'a is too many'],
    [['verify', '/nowhere/at/all'], 66, 'no such file'],
    [['export', '--since', 'yesterday'], 64, '--since needs a time'],
    [['export', '--since', '2026-13-45'], 64, '--since needs a time'],
    [['export', '--tenant', 'nowhere'], 65, 'there is no tenant nowhere'],
  ])('refuses %j with %i', async (args, code, message) => {
    expect(await run('audit', ...args)).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(message) });
  });
});

describe('the first admin of a desk', () => {
  it('has a link at each start until somebody has joined, on standard error alone', { timeout: 180_000 }, async () => {
    const place = { COPYDESK_DATA: join(folder, 'first'), COPYDESK_PORT: '0', COPYDESK_LOG: 'stdout' };
    const start = async () => {
      const running = spawnCopydesk('src/cli/main.ts', ['serve'], { env: place });
      await expect.poll(() => running.output(), { timeout: 60_000 }).toContain('"event":"service.started"');
      // Keys are shown after the log has begun.
      await expect
        .poll(() => running.output(), { timeout: 3000 })
        .toMatch(/first admin|no link/u)
        .catch(() => undefined);
      const [, origin = '', secret = ''] = /within 72 hours: (\S+)\/desk\/#join=(\S+)/u.exec(running.output()) ?? [];
      return { running, origin, secret };
    };
    const stop = async ({ running }: Awaited<ReturnType<typeof start>>) => {
      running.child.kill('SIGINT');
      await running.ended;
      return running.output();
    };
    const lost = await start();
    expect(lost.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
    await stop(lost);
    const first = await start();
    const accept = async (invitation: string) => {
      const body = JSON.stringify({ invitation, password: PASSWORD });
      return (
        await fetch(`${first.origin}/v1/desk/join`, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
      ).status;
    };
    expect(await accept(lost.secret)).toBe(410);
    expect(await accept(first.secret)).toBe(200);
    const lines = (await stop(first)).split('\n').filter((line) => line.includes(first.secret));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^The desk's first admin/u);
    expect(await stop(await start())).not.toContain('#join=');
  });
});
