import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { insertPerson } from '../../../src/service/people/people.ts';
import { openAppeal } from '../../../src/service/review/appeals/open-appeal.ts';
import { readOpenJobs } from '../../../src/service/review/bulk/bulk-job.ts';
import { type BulkWish, type CreatedBulk, createBulk } from '../../../src/service/review/bulk/create-bulk.ts';
import { countBulk } from '../../../src/service/review/bulk/list-bulk.ts';
import { readBulk } from '../../../src/service/review/bulk/read-bulk.ts';
import { startBulk } from '../../../src/service/review/bulk/start-bulk.ts';
import { stepBulk } from '../../../src/service/review/bulk/step-bulk.ts';
import { stopBulk, undoBulk } from '../../../src/service/review/bulk/stop-bulk.ts';
import { claimArticle } from '../../../src/service/review/claim-article.ts';
import type { Person } from '../../../src/service/review/person.ts';
import { undoDecision } from '../../../src/service/review/undo-decision.ts';
import type { ArticleKey } from '../../../src/service/store/article-key.ts';
import { readArticle } from '../../../src/service/store/read-article.ts';
import { replayArticle } from '../../../src/service/store/replay-article.ts';
import { expectFold } from '../open-test-desk.ts';
import { readEvents } from '../store/read-events.ts';
import { availableModes } from '../test-place.ts';
import { ANN, FLAGGED, OWNER, openReview, type TestReview } from './open-review.ts';

const WISH = { filter: { state: 'desk' }, decision: 'rejected', reason: 'advertising' } as const;

describe.each(availableModes())('decisions on many articles in the mode %s', (mode) => {
  let test: TestReview;
  let lead: Person;
  let count = 0;

  beforeAll(async () => {
    test = await openReview(mode);
  }, 200_000);

  afterAll(() => test.close(), 200_000);

  beforeEach(async () => {
    lead = await join();
    await test.pool.query(`UPDATE copydesk.articles SET status = 'superseded' WHERE status = 'flagged'`);
  });

  async function join(): Promise<Person> {
    const named = { tenant: null, login: `lead ${count++}`, name: 'A lead', role: 'lead' } as const;
    const { id } = await insertPerson(test.pool, named, new Date());
    return { id, tenant: null, role: 'lead' };
  }

  async function flag(many: number): Promise<readonly ArticleKey[]> {
    const keys: ArticleKey[] = [];
    for (let index = 0; index < many; index++) keys.push(await test.submit(FLAGGED));
    return keys;
  }

  async function begin(tenant: string, person: Person, wish: Omit<BulkWish, 'token'>): Promise<CreatedBulk> {
    const { token } = await countBulk(test.pool, tenant, person, wish.filter);
    const created = await createBulk(test.pool, tenant, person, { ...wish, token });
    if (!created) throw new Error('something else fits now');
    return created;
  }

  const jobOf = async (id: string) => {
    const job = (await readOpenJobs(test.pool, 100)).find((one) => one.id === id);
    if (!job) throw new Error('the job is over');
    return job;
  };
  async function carryOut(id: string): Promise<void> {
    while (await stepBulk(test, await jobOf(id), 3));
  }
  const read = (id: string) => readBulk(test.pool, 'hooked', id);
  const stateOf = async (key: ArticleKey) => (await readArticle(test.pool, key))?.state;

  it('decides on all that fit, each as one by hand', async () => {
    const keys = await flag(7);
    const { id, total } = await begin('hooked', lead, WISH);
    expect(total).toBe(7);
    expect(await read(id)).toEqual({ id, state: 'running', total: 7, done: 0, undone: 0, refused: {} });
    await carryOut(id);
    expect(await read(id)).toEqual({ id, state: 'done', total: 7, done: 7, undone: 0, refused: {} });
    for (const key of keys) {
      expect(await stateOf(key)).toMatchObject({ review: 'decided', decision: 'rejected', delivery: 'held', claimant: null });
      const [claimed, decided] = (await readEvents(test.pool, key)).slice(-2);
      expect(claimed).toMatchObject({ name: 'review.claimed', data: { by: lead.id } });
      expect(decided).toMatchObject({ name: 'review.decided', data: { by: lead.id, reason: 'advertising', bulk: id } });
      await expectFold(test.pool, key);
    }
    expect(await readBulk(test.pool, 'default', id)).toBeUndefined();
  });

  it('counts by their codes those that it may not decide any more', async () => {
    const [claimed, replayed, appealed, plain] = await flag(4);
    if (!(claimed && replayed && appealed && plain)) throw new Error('four were flagged');
    const { id } = await begin('hooked', lead, WISH);
    await claimArticle(test, ANN, claimed);
    await replayArticle(test.pool, test.log, replayed);
    await test.decide(ANN, appealed, 'accepted');
    await test.endHold(appealed);
    await test.send();
    await openAppeal(test, OWNER, appealed, 'No.');
    await carryOut(id);
    const refused = { claimed: 1, stale_result: 1, not_allowed: 1 };
    expect(await read(id)).toEqual({ id, state: 'done', total: 4, done: 1, undone: 0, refused });
    expect((await stateOf(plain))?.decision).toBe('rejected');
    for (const key of [claimed, replayed, appealed, plain]) await expectFold(test.pool, key);
  });

  it('stops, and leaves the rest to people', async () => {
    await flag(5);
    const { id } = await begin('hooked', lead, WISH);
    const job = await jobOf(id);
    await stepBulk(test, job, 2);
    expect(await stopBulk(test.pool, 'default', lead, id)).toBe(false);
    expect(await stopBulk(test.pool, 'hooked', lead, id)).toBe(true);
    expect(await stopBulk(test.pool, 'hooked', lead, id)).toBe(false);
    await stepBulk(test, job, 5);
    expect(await read(id)).toEqual({ id, state: 'stopped', total: 5, done: 2, undone: 0, refused: {} });
  });

  it('is undone: silently within the hold, later as withdrawn, and never what somebody decided since', async () => {
    const keys = await flag(3);
    const [held, told, other] = keys;
    if (!(held && told && other)) throw new Error('three were flagged');
    const { id } = await begin('hooked', lead, WISH);
    await carryOut(id);
    await test.endHold(told);
    expect((await test.send()).get(told.articleId)).toMatchObject([{ type: 'review.rejected' }]);
    const { state } = await undoDecision(test, lead, other);
    expect(state.claimant).toBe(lead.id);
    await test.decide(lead, other, 'accepted');
    expect(await undoBulk(test.pool, 'hooked', lead, id)).toBe(true);
    await carryOut(id);
    expect(await read(id)).toEqual({ id, state: 'undone', total: 3, done: 1, undone: 2, refused: { stale_result: 1 } });
    expect(await stateOf(held)).toMatchObject({ review: 'flagged', claimant: null, delivery: 'cancelled' });
    expect(await stateOf(told)).toMatchObject({ review: 'flagged', claimant: null, delivery: 'pending' });
    expect((await test.send()).get(told.articleId)).toMatchObject([{ type: 'review.withdrawn' }]);
    expect(await stateOf(other)).toMatchObject({ review: 'decided', decision: 'accepted' });
    for (const key of keys) await expectFold(test.pool, key);
  });

  it('goes no further for a person who was disabled', async () => {
    const keys = await flag(3);
    const { id } = await begin('hooked', lead, WISH);
    await stepBulk(test, await jobOf(id), 1);
    await test.pool.query('UPDATE copydesk.people SET disabled_at = now() WHERE id = $1', [lead.id]);
    await stepBulk(test, await jobOf(id), 5);
    expect(await read(id)).toMatchObject({ state: 'stopped', done: 1 });
    expect((await Promise.all(keys.map(stateOf))).map((state) => state?.review).sort()).toEqual([
      'decided',
      'flagged',
      'flagged',
    ]);
  });

  it.each([
    ['a moderator', `role = 'moderator'`],
    ['a publisher', `role = 'publisher'`],
    ['a lead of another tenant', `tenant = 'default'`],
  ])('goes no further when the person has become %s', async (_, change) => {
    await flag(3);
    const { id } = await begin('hooked', lead, WISH);
    await stepBulk(test, await jobOf(id), 1);
    await test.pool.query(`UPDATE copydesk.people SET ${change} WHERE id = $1`, [lead.id]);
    await stepBulk(test, await jobOf(id), 5);
    expect(await read(id)).toMatchObject({ state: 'stopped', done: 1 });
  });

  it('goes no further for a key that was revoked, or is no longer of the desk', async () => {
    for (const change of ['revoked_at = now()', `scopes = '{submit,admin}'`, `scopes = '{review}'`]) {
      await test.pool.query('DELETE FROM copydesk.api_keys');
      await test.pool.query(
        `INSERT INTO copydesk.api_keys (id, tenant, name, hash, scopes, created_at) VALUES ('k1', NULL, 'k', '', '{review,admin}', now())`,
      );
      await flag(2);
      const { id } = await begin('hooked', { id: 'key:k1', tenant: null, role: 'lead' }, WISH);
      await stepBulk(test, await jobOf(id), 1);
      await test.pool.query(`UPDATE copydesk.api_keys SET ${change}`);
      await stepBulk(test, await jobOf(id), 5);
      expect([change, await read(id)]).toMatchObject([change, { state: 'stopped', done: 1 }]);
    }
  });

  it('of a person who was disabled is undone by whoever asks for it, in their name', async () => {
    const keys = await flag(3);
    const { id } = await begin('hooked', lead, WISH);
    await stepBulk(test, await jobOf(id), 2);
    await test.pool.query('UPDATE copydesk.people SET disabled_at = now() WHERE id = $1', [lead.id]);
    const other = await join();
    expect(await undoBulk(test.pool, 'hooked', other, id)).toBe(true);
    await carryOut(id);
    expect(await read(id)).toMatchObject({ state: 'undone', done: 0, undone: 2 });
    for (const key of keys.slice(0, 2)) {
      const [undone, released] = (await readEvents(test.pool, key)).slice(-2);
      expect(undone).toMatchObject({ name: 'decision.undone', data: { by: other.id } });
      expect(released).toMatchObject({ name: 'review.released', data: { by: other.id } });
      await expectFold(test.pool, key);
    }
  });

  it('is undone by a second one when the first who asked was disabled meanwhile', async () => {
    await flag(3);
    const { id } = await begin('hooked', lead, WISH);
    await carryOut(id);
    const [first, second] = [await join(), await join()];
    await undoBulk(test.pool, 'hooked', first, id);
    await stepBulk(test, await jobOf(id), 1);
    await test.pool.query('UPDATE copydesk.people SET disabled_at = now() WHERE id = $1', [first.id]);
    await stepBulk(test, await jobOf(id), 1);
    expect(await read(id)).toMatchObject({ state: 'stopped', done: 2, undone: 1 });
    expect(await undoBulk(test.pool, 'hooked', second, id)).toBe(true);
    await carryOut(id);
    expect(await read(id)).toMatchObject({ state: 'undone', done: 0, undone: 3 });
  });

  it('tells the chain of the desk who began, stopped and undid it', async () => {
    await flag(2);
    const { id } = await begin('hooked', lead, WISH);
    const other = await join();
    await stopBulk(test.pool, 'hooked', other, id);
    await undoBulk(test.pool, 'hooked', other, id);
    const { rows } = await test.pool.query(
      `SELECT name, data ->> 'by' AS by FROM copydesk.desk_events WHERE tenant = 'hooked' AND data ->> 'bulk' = $1 ORDER BY number`,
      [id],
    );
    expect(rows).toEqual([
      { name: 'bulk.started', by: lead.id },
      { name: 'bulk.stopped', by: other.id },
      { name: 'bulk.undone', by: other.id },
    ]);
  });

  it('is carried out by two processes at once, each article once', async () => {
    const keys = await flag(12);
    const { id } = await begin('hooked', lead, WISH);
    const loops = [startBulk(test), startBulk(test)];
    await expect.poll(async () => (await read(id))?.state, { timeout: 30_000 }).toBe('done');
    await Promise.all(loops.map(({ stop }) => stop()));
    expect(await read(id)).toMatchObject({ done: 12, refused: {} });
    for (const key of keys) {
      expect((await test.namesOf(key)).filter((name) => name === 'review.decided')).toHaveLength(1);
    }
  });

  it('is forgotten after a month, when it is over', async () => {
    await flag(1);
    const over = await begin('hooked', lead, WISH);
    await carryOut(over.id);
    const young = await begin('hooked', lead, WISH);
    await carryOut(young.id);
    await test.pool.query(`UPDATE copydesk.bulk_jobs SET created_at = now() - interval '31 days' WHERE id = $1`, [over.id]);
    const loop = startBulk(test);
    await expect.poll(async () => (await read(over.id)) === undefined, { timeout: 10_000 }).toBe(true);
    await loop.stop();
    expect((await read(young.id))?.state).toBe('done');
    expect((await test.pool.query('SELECT FROM copydesk.bulk_items WHERE job = $1', [over.id])).rows).toHaveLength(0);
  });

  it('of one tenant with many leaves others their turns', async () => {
    const many = await Promise.all(Array.from({ length: 25 }, () => begin('default', lead, WISH)));
    await flag(1);
    const { id } = await begin('hooked', lead, WISH);
    expect((await readOpenJobs(test.pool, 20)).map((job) => job.id)).toContain(id);
    // Of one tenant, the one that was not worked on for longest.
    const first = (await readOpenJobs(test.pool, 1))[0];
    if (!first) throw new Error('jobs are open');
    await stepBulk(test, { ...first, state: 'running' }, 0).catch(() => undefined);
    expect((await readOpenJobs(test.pool, 2)).map((job) => job.id)).not.toContain(first.id);
    const loop = startBulk(test);
    await expect.poll(async () => (await read(id))?.state, { timeout: 30_000 }).toBe('done');
    const states = async () => Promise.all(many.map(async (one) => (await readBulk(test.pool, 'default', one.id))?.state));
    await expect.poll(async () => new Set(await states()), { timeout: 30_000 }).toEqual(new Set(['done']));
    await loop.stop();
  });

  it('goes on behind an article that fails, and leaves that one after some tries', async () => {
    const [bad, ...good] = await flag(6);
    if (!bad) throw new Error('six were flagged');
    const { id } = await begin('hooked', lead, WISH);
    // A fault that no code foresees.
    await test.pool.query(
      `ALTER TABLE copydesk.leases ADD CONSTRAINT none_of_it CHECK (article_id <> '${bad.articleId}') NOT VALID`,
    );
    try {
      const job = await jobOf(id);
      await expect(stepBulk(test, job, 3)).rejects.toThrow('none_of_it');
      expect(await read(id)).toMatchObject({ done: 2 });
      await stepBulk(test, job, 3);
      expect(await read(id)).toMatchObject({ done: 5, refused: {} });
      for (let tries = 1; tries < 5; tries++) await expect(stepBulk(test, job, 3)).rejects.toThrow('none_of_it');
      expect(await stepBulk(test, job, 3)).toBe(false);
      expect(await read(id)).toEqual({ id, state: 'done', total: 6, done: 5, undone: 0, refused: { failed: 1 } });
    } finally {
      await test.pool.query('ALTER TABLE copydesk.leases DROP CONSTRAINT none_of_it');
    }
    for (const key of good) expect(await stateOf(key)).toMatchObject({ review: 'decided' });
    expect(await stateOf(bad)).toMatchObject({ review: 'flagged' });
  });

  it('keeps no words that somebody searched for', async () => {
    await flag(1);
    const { id } = await begin('hooked', lead, { ...WISH, filter: { state: 'desk', q: 'pilots', minScore: 1 } });
    const { rows } = await test.pool.query('SELECT filter FROM copydesk.bulk_jobs WHERE id = $1', [id]);
    expect(rows).toEqual([{ filter: { state: 'desk', minScore: 1 } }]);
    await carryOut(id);
  });

  it('takes only what is on the desk, and only of its filter', async () => {
    const [decided] = await flag(2);
    if (!decided) throw new Error('two were flagged');
    await test.decide(ANN, decided, 'accepted');
    expect((await begin('hooked', lead, { ...WISH, filter: { state: 'all' } })).total).toBe(1);
    expect((await begin('hooked', lead, { ...WISH, filter: { state: 'escalated' } })).total).toBe(0);
    expect((await begin('default', lead, WISH)).total).toBe(0);
  });
});
