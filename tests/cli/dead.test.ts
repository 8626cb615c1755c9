import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Desk } from '../../src/service/open-desk.ts';
import { decideArticle } from '../service/delivery/decide-article.ts';
import { openDeliveryPlace } from '../service/delivery/open-delivery-place.ts';
import { expectFold, openTestDesk } from '../service/open-test-desk.ts';
import { availableModes, type TestPlace } from '../service/test-place.ts';
import { runInside } from './run-inside.ts';

describe.each(availableModes().slice(0, 2))('copydesk dead in the mode %s', (mode) => {
  let place: TestPlace;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    const at = await openDeliveryPlace(mode);
    place = at.place;
    await at.setWebhook('http://127.0.0.1:9/');
    await at.setWebhook(null, 'other');
    const article = await decideArticle(at.pool, at.log, 'story-1', { type: 'article.dead', tenant: 'other', source: 'wire' });
    ids.article = article.key.articleId;
    for (const [name, source] of [
      ['story-2', 'gazette'],
      ['story-3', 'wire'],
      ['story-4', 'wire'],
    ] as const) {
      const { delivery } = await decideArticle(at.pool, at.log, name, { source });
      ids[name] = delivery;
    }
    await at.pool.query(`UPDATE copydesk.deliveries SET give_up_at = now() WHERE state = 'pending'`);
    const deliver = at.deliver();
    const countDead = () => at.pool.query(`SELECT 1 FROM copydesk.deliveries WHERE state = 'dead'`);
    await vi.waitFor(async () => expect((await countDead()).rows).toHaveLength(3), { timeout: 20_000 });
    await deliver.stop();
    await at.leave();
  }, 100_000);
  afterAll(() => place.remove());

  const run = (...args: string[]) => runInside(['dead', ...args], '', { env: place.env });

  it('lists dead articles and deliveries with why, since when and whose', async () => {
    const { code, stdout } = await run('list');
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[1]).toMatch(new RegExp(`^${ids.article} +deadline +\\d+ s +1 +other +wire +story-1, revision 1$`, 'u'));
    const refused = lines.slice(2).toSorted((a, b) => (a.slice(-20) < b.slice(-20) ? -1 : 1));
    expect(refused[0]).toMatch(/^msg_\w+ +connection_refused +\d+ s +1 +default +gazette +story-2, revision 1$/u);
    expect((await run('list', '--source', 'wire', '--tenant', 'default')).stdout.trimEnd().split('\n')).toHaveLength(3);
    expect((await run('list', '--limit', '1')).stdout).toContain('… and 3 more');
    expect((await run('list', '--tenant', 'nobody')).stdout).toBe('Nothing is dead.\n');
    const json = JSON.parse((await run('list', '--json')).stdout);
    expect(json).toMatchObject({ total: 4, letters: [{ kind: 'article', id: ids.article, code: 'deadline' }, {}, {}, {}] });
  });

  it('counts before it replays all, and replays what is named', async () => {
    expect(await run('replay', '--source', 'wire')).toMatchObject({
      code: 0,
      stdout: '3 dead letters would be replayed; --yes does it.\n',
    });
    expect((await run('list', '--json')).stdout).toContain('"total":4');
    // Nobody says where: it goes where `serve` writes it, and the chain of the article has no gap there.
    const { COPYDESK_LOG: _, ...unset } = place.env;
    const env = { ...unset, COPYDESK_DATA: place.folder };
    const named = await runInside(['dead', 'replay', ids['story-2'] ?? '', 'msg_none'], '', { env });
    expect(named).toMatchObject({ code: 1, stdout: 'msg_none: unknown\nReplayed 1 of 2 dead letters.\n' });
    const lines = readFileSync(join(place.folder, 'log.ndjson'), 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line)).filter(({ event }) => event === 'delivery.replayed')).toMatchObject([
      { delivery: ids['story-2'], delivery_state: 'pending' },
    ]);
    const rest = JSON.parse((await run('replay', '--all', '--yes', '--json')).stdout);
    expect(rest).toEqual({ total: 3, replayed: 3, refused: [] });
    expect((await run('list')).stdout).toBe('Nothing is dead.\n');
    const at = await openDeliveryPlace(mode, place);
    expect(await at.stateOf(ids['story-3'] ?? '')).toMatchObject({ state: 'pending', attempts: 0 });
    await expectFold(at.pool, { tenant: 'other', articleId: ids.article ?? '', revision: 1 });
    await at.leave();
  });

  it.each([
    [[], /say what to do/u],
    [['lists'], /did you mean list/u],
    [['replay'], /say which/u],
    [['replay', '--all', 'msg_1'], /either ids or --all/u],
    [['list', 'msg_1'], /takes no ids/u],
    [['list', '--limit', '0'], /--limit needs/u],
  ])('refuses %j', async (args, message) => {
    const { code, stderr } = await run(...args);
    expect(code).toBe(64);
    expect(stderr).toMatch(message);
  });
});

describe.each(availableModes().slice(0, 2))('copydesk dead with 100,000 dead letters in the mode %s', (mode) => {
  it('finds the newest by its id', { timeout: 200_000 }, async () => {
    const at = await openDeliveryPlace(mode);
    await at.setWebhook('http://127.0.0.1:9/');
    const { delivery } = await decideArticle(at.pool, at.log, 'story-1');
    const copy = `INSERT INTO copydesk.deliveries (id, tenant, article_id, revision, run, type, created_at, state, due_at, give_up_at)
      SELECT 'msg_old_' || n, tenant, article_id, revision, run, type, created_at - interval '1 hour', 'dead', due_at, give_up_at
        FROM copydesk.deliveries, generate_series(1, 100000) n WHERE id = $1`;
    await at.pool.query(copy, [delivery]);
    await at.pool.query(`UPDATE copydesk.deliveries SET state = 'dead' WHERE id = $1`, [delivery]);
    await at.leave();
    const { stdout } = await runInside(['dead', 'replay', delivery, '--json'], '', { env: at.place.env });
    // Stale, because of the copies made after it: found all the same.
    expect(JSON.parse(stdout)).toEqual({ total: 1, replayed: 0, refused: [{ id: delivery, outcome: 'stale' }] });
    await at.place.remove();
  });
});

describe('copydesk dead at a desk that runs', () => {
  let place: TestPlace;
  let desk: Desk;
  let env: Record<string, string>;
  let [article, delivery] = ['', ''];

  beforeAll(async () => {
    const at = await openDeliveryPlace('embedded');
    place = at.place;
    await at.setWebhook('http://127.0.0.1:9/');
    article = (await decideArticle(at.pool, at.log, 'story-1', { type: 'article.dead', source: 'wire' })).key.articleId;
    delivery = (await decideArticle(at.pool, at.log, 'story-2')).delivery;
    await at.pool.query(`UPDATE copydesk.deliveries SET give_up_at = now() WHERE id = $1`, [delivery]);
    await at.pool.query(`UPDATE copydesk.deliveries SET state = 'delivered' WHERE article_id = $1`, [article]);
    const deliver = at.deliver();
    await vi.waitFor(async () => expect((await at.stateOf(delivery)).state).toBe('dead'), { timeout: 20_000 });
    await deliver.stop();
    await at.leave();
    desk = await openTestDesk(place);
    env = { COPYDESK_URL: desk.url ?? '', COPYDESK_KEY: desk.firstKey ?? '' };
  }, 100_000);
  afterAll(async () => {
    await desk.close();
    await place.remove();
  });

  const run = (args: readonly string[], more: Record<string, string> = {}) =>
    runInside(['dead', ...args], '', { env: { ...env, ...more } });

  it('lists and replays what the key may see, while the desk holds the store', async () => {
    const { letters, total } = JSON.parse((await run(['list', '--json'])).stdout);
    expect(total).toBe(2);
    expect(letters).toMatchObject([
      { kind: 'article', id: article, tenant: 'default', source: 'wire', code: 'deadline', attempts: 1 },
      { kind: 'delivery', id: delivery, code: 'connection_refused', attempts: 1, externalId: 'story-2' },
    ]);
    expect((await run(['list', '--source', 'wire'])).stdout).not.toContain(delivery);
    expect((await run(['list', '--limit', '1'])).stdout).toContain('… and 1 more');
    expect((await run(['replay', '--all'])).stdout).toBe('2 dead letters would be replayed; --yes does it.\n');
    const named = await run(['replay', delivery, 'msg_none', 'art_none']);
    expect(named.stdout).toBe('msg_none: unknown\nart_none: unknown\nReplayed 1 of 3 dead letters.\n');
    expect(named.code).toBe(1);
    expect((await run(['replay', delivery])).stdout).toMatch(/^msg_\w+: under way\nReplayed 0 of 1/u);
    expect(await run(['replay', '--all', '--yes'])).toMatchObject({ code: 0, stdout: 'Replayed 1 of 1 dead letters.\n' });
    expect((await run(['list'])).stdout).toBe('Nothing is dead.\n');
  });

  it('says what is wrong with the key, the tenant and the flags', async () => {
    expect((await run(['list'], { COPYDESK_KEY: 'ck_a_b' })).code).toBe(78);
    expect((await run(['list'], { COPYDESK_KEY: '' })).code).toBe(78);
    expect(await run(['list', '--tenant', 'nobody'])).toMatchObject({
      code: 65,
      stderr: expect.stringContaining('unknown_tenant'),
    });
    expect((await run(['list', '--url', 'http://127.0.0.1:1'])).code).toBe(74);
    expect((await run(['list', '--url', 'http://127.0.0.1:1', '--data', place.folder])).code).toBe(64);
  });
});
