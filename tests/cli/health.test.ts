import { hostname } from 'node:os';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Desk } from '../../src/service/open-desk.ts';
import { openTestDesk } from '../service/open-test-desk.ts';
import { createPlace, type TestPlace } from '../service/test-place.ts';
import { runInside } from './run-inside.ts';

const run = (args: readonly string[], env: Record<string, string> = {}) => runInside(['health', ...args], '', { env });

describe.runIf(inject('servers') !== null)('copydesk health', () => {
  let place: TestPlace;
  let desk: Desk;
  const env = () => ({ DATABASE_URL: place.env.DATABASE_URL ?? '' });

  beforeAll(async () => {
    place = await createPlace('postgres');
    desk = await openTestDesk(place, ['relay']);
  });
  afterAll(async () => {
    await desk.close();
    await place.remove();
  });

  it('finds a role that is up, and none that is not', async () => {
    await expect.poll(async () => (await run(['--role', 'relay'], env())).code).toBe(0);
    const there = await run(['--role', 'relay'], env());
    expect(there.stdout).toMatch(new RegExp(`^the relay on ${hostname()} was seen \\d+\\.\\d s ago\\n$`, 'u'));
    const missing = await run(['--role', 'worker'], env());
    expect([missing.code, missing.stdout]).toEqual([1, `no worker has been seen on ${hostname()}\n`]);
  });

  it('does not take the sign of another host, or an old one, for life', async () => {
    await desk.pool.query(
      `INSERT INTO copydesk.processes (id, roles, started_at, seen_at) VALUES
         ('elsewhere/1', '{deliver}', now(), now()), ($1, '{worker}', now() - interval '1 hour', now() - interval '31 seconds')`,
      [`${hostname()}/2`],
    );
    expect((await run(['--role', 'deliver'], env())).code).toBe(1);
    expect((await run(['--role', 'worker'], env())).code).toBe(1);
    expect((await run(['--role', 'worker', '--seconds', '60'], env())).code).toBe(0);
  });
});

describe('copydesk health, without an answer', () => {
  it('says that the store cannot be asked, without its address', async () => {
    const { code, stdout } = await run(['--role', 'relay'], { DATABASE_URL: 'postgres://u:hunter2@127.0.0.1:9/none' });
    expect([code, stdout]).toEqual([1, 'the store cannot be asked (ECONNREFUSED)\n']);
  });

  it.each([
    [[], 64, 'name the role'],
    [['--role', 'workers'], 64, 'did you mean worker?'],
    [['--role', 'worker', '--seconds', '0'], 64, '--seconds'],
    [['--role', 'worker', 'file'], 64, 'takes no files'],
    [['--role', 'worker'], 78, 'GET /healthz'],
  ])('refuses %j', async (args, code, message) => {
    const result = await run(args);
    expect([result.code, result.stderr]).toEqual([code, expect.stringContaining(message)]);
  });
});
