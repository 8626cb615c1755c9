import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptInvitation } from '../../../../src/service/people/accept-invitation.ts';
import { readDeskChain } from '../../people/read-desk-chain.ts';
import { availableModes } from '../../test-place.ts';
import { openTestApi, type Sent, type TestApi } from '../open-test-api.ts';
import { type SignedIn, signInPerson } from './sign-in-person.ts';

interface Listed {
  readonly id: string;
  readonly login: string;
  readonly tenant: string | null;
}

describe.each(availableModes())('people, views and settings of the desk in the mode %s', (mode) => {
  let api: TestApi;
  let root: SignedIn;
  let admin: SignedIn;
  let lead: SignedIn;
  let moderator: SignedIn;

  const call = ({ headers }: SignedIn, path: string, { headers: more, ...sent }: Sent = {}) =>
    api.call(`/v1/desk${path}`, { key: '', ...sent, headers: { ...headers, ...more } });
  const patch = (who: SignedIn, id: string, body: object) => call(who, `/people/${id}`, { method: 'PATCH', body });

  beforeAll(async () => {
    api = await openTestApi(mode);
    for (const id of ['gazette', 'herald']) expect((await api.call('/v1/tenants', { body: { id } })).status).toBe(201);
    root = await signInPerson(api.desk.pool, 'admin', null);
    admin = await signInPerson(api.desk.pool, 'admin', 'gazette');
    lead = await signInPerson(api.desk.pool, 'lead', 'gazette');
    moderator = await signInPerson(api.desk.pool, 'moderator', 'gazette');
  }, 200_000);
  afterAll(() => api.close(), 200_000);

  it("lets a tenant's admin add, change and invite people of that tenant, and nobody else", async () => {
    const added = await call(admin, '/people', { body: { login: 'ina@gazette.example', name: ' Ina ', role: 'moderator' } });
    expect([added.status, added.json]).toMatchObject([
      201,
      {
        login: 'ina@gazette.example',
        email: 'ina@gazette.example',
        name: 'Ina',
        tenant: 'gazette',
        hasJoined: false,
        disabledAt: null,
      },
    ]);
    const id = String(added.json.id);
    const again = await call(admin, '/people', { body: { login: 'INA@gazette.example', name: 'I', role: 'lead' } });
    expect([again.status, again.json.code]).toEqual([409, 'login_taken']);
    for (const tenant of ['herald', null]) {
      const foreign = await call(admin, '/people', { body: { login: 'x', name: 'x', role: 'lead', tenant } });
      expect([foreign.status, foreign.json.code]).toEqual([403, 'wrong_tenant']);
    }
    const invited = await call(admin, `/people/${id}/invitation`, { method: 'POST' });
    expect([invited.status, invited.headers.get('cache-control')]).toEqual([201, 'no-store']);
    const [origin, secret = ''] = String(invited.json.url).split('/desk/#join=');
    expect(origin).toBe(api.desk.url);
    expect(await acceptInvitation(api.desk.pool, secret, 'a long sentence about ferries')).toBeDefined();
    expect((await patch(admin, id, { role: 'lead' })).json).toMatchObject({ role: 'lead', hasJoined: true });
    expect((await patch(admin, id, {})).status).toBe(422);
    const foreign = await patch(admin, root.id, { isDisabled: true });
    expect([foreign.status, foreign.json.code]).toEqual([404, 'unknown_person']);
    expect((await call(admin, `/people/${root.id}/invitation`, { method: 'POST' })).json.code).toBe('unknown_person');
  });

  it('lists people of all tenants to those who have all, page by page', async () => {
    const logins = async (who: SignedIn, query = '') => {
      const { json } = await call(who, `/people${query}`);
      return { people: json.people as Listed[], next: json.next as string | null };
    };
    const own = await logins(admin);
    expect(new Set(own.people.map(({ tenant }) => tenant))).toEqual(new Set(['gazette']));
    expect((await logins(root)).people.map(({ id }) => id)).toEqual(expect.arrayContaining([root.id, admin.id]));
    const seen: string[] = [];
    for (let after = ''; ; ) {
      const page = await logins(admin, `?limit=1&after=${encodeURIComponent(after)}`);
      seen.push(...page.people.map(({ id }) => id));
      if (page.next === null) break;
      after = page.next;
    }
    expect(seen).toEqual(own.people.map(({ id }) => id));
  });

  it('ends sessions with a change, and lets the last admin be', async () => {
    const other = await signInPerson(api.desk.pool, 'admin', 'herald');
    expect((await call(other, '/people')).status).toBe(200);
    expect((await patch(root, other.id, { role: 'moderator' })).status).toBe(200);
    expect((await call(other, '/people')).json.code).toBe('signed_out');
    const { json, status } = await patch(root, root.id, { isDisabled: true });
    expect([status, json.code]).toEqual([409, 'last_admin']);
    const chain = await readDeskChain(api.desk.pool, 'herald');
    expect(chain.map(({ name, data }) => [name, data.by])).toEqual([['people.changed', root.id]]);
  });

  it('keeps the settings of a tenant, and says in its chain who changed them', async () => {
    expect((await call(lead, '/settings')).json).toEqual({ reviewHours: 24, secondReviewShare: 0.05 });
    const body = { reviewHours: 6, secondReviewShare: 0.25 };
    expect((await call(lead, '/settings', { method: 'PUT', body })).status).toBe(403);
    expect((await call(admin, '/settings', { method: 'PUT', body })).json).toEqual(body);
    expect((await call(admin, '/settings', { method: 'PUT', body: { reviewHours: 6 } })).json).toEqual(body);
    for (const wrong of [{ reviewHours: 0 }, { secondReviewShare: 1.1 }, { undoSeconds: 3 }]) {
      expect((await call(admin, '/settings', { method: 'PUT', body: wrong })).status).toBe(422);
    }
    expect((await call(lead, '/settings')).json).toEqual(body);
    const events = (await readDeskChain(api.desk.pool, 'gazette')).filter(({ name }) => name === 'settings.changed');
    expect(events.map(({ data }) => data)).toEqual([{ by: admin.id, ...body }]);
    const root2 = await call(root, '/settings', { headers: { 'copydesk-tenant': 'herald' } });
    expect(root2.json).toEqual({ reviewHours: 24, secondReviewShare: 0.05 });
  });

  it('keeps views: own and shared ones, each name once for a person', async () => {
    const filter = { state: 'flagged', kind: 'spam_insert', minScore: 20, assignee: 'me' };
    const body = { name: 'Spam', filter, isShared: false };
    const made = await call(moderator, '/views', { body });
    const id = String(made.json.id);
    expect([made.status, made.json]).toMatchObject([201, { ...body, isOwn: true, mayChange: true, owner: { id: moderator.id } }]);
    expect((await call(moderator, '/views', { body: { ...body, name: 'SPAM' } })).json.code).toBe('view_exists');
    expect((await call(lead, '/views', { body })).status).toBe(201);
    for (const wrong of [{ ...filter, cursor: 'x' }, { limit: 3 }, { minScore: '20' }, { state: 'none' }, { kind: 'none' }]) {
      expect((await call(moderator, '/views', { body: { ...body, name: 'Wrong', filter: wrong } })).status).toBe(422);
    }
    const listed = async (who: SignedIn) => ((await call(who, '/views')).json.views as { id: string }[]).map((view) => view.id);
    expect(await listed(lead)).not.toContain(id);
    const away = await call(lead, `/views/${id}`, { method: 'DELETE' });
    expect([away.status, away.json.code]).toEqual([404, 'unknown_view']);
    const shared = { ...body, name: 'Spam of all', isShared: true };
    expect((await call(moderator, `/views/${id}`, { method: 'PUT', body: shared })).json).toMatchObject(shared);
    expect(await listed(lead)).toContain(id);
    const second = await signInPerson(api.desk.pool, 'moderator', 'gazette');
    expect(await listed(second)).toEqual([id]);
    const refused = await call(second, `/views/${id}`, { method: 'PUT', body });
    expect([refused.status, refused.json.code]).toEqual([403, 'not_allowed']);
    expect(await listed(root)).toEqual([]);
    expect((await call(moderator, '/views', { body: { ...body, name: 'Second' } })).status).toBe(201);
    const renamed = await call(moderator, `/views/${id}`, { method: 'PUT', body: { ...shared, name: 'second' } });
    expect([renamed.status, renamed.json.code]).toEqual([409, 'view_exists']);
    expect((await call(lead, `/views/${id}`, { method: 'DELETE' })).json.isOwn).toBe(false);
    expect(await listed(second)).toEqual([]);
  });

  it('keeps a hundred views of a person at most', async () => {
    const many = await signInPerson(api.desk.pool, 'moderator', 'gazette');
    await api.desk.pool.query(
      `INSERT INTO copydesk.views (id, tenant, owner, name, filter, is_shared, created_at)
       SELECT 'vw_' || n, 'gazette', $1, 'view ' || n, '{}', false, now() FROM generate_series(1, 99) n`,
      [many.id],
    );
    const add = (name: string) => call(many, '/views', { body: { name, filter: {}, isShared: false } });
    expect((await add('hundredth')).status).toBe(201);
    const full = await add('one more');
    expect([full.status, full.json.code]).toEqual([409, 'too_many_views']);
  });
});
