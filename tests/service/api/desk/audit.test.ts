import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditVerifier } from '../../../../src/service/audit/audit-verifier.ts';
import { readDeskChain } from '../../people/read-desk-chain.ts';
import { availableModes } from '../../test-place.ts';
import { openTestApi, type TestApi } from '../open-test-api.ts';
import { type SignedIn, signInPerson } from './sign-in-person.ts';

const MANY = 60_000;

function verify(text: string) {
  const verifier = new AuditVerifier();
  for (const line of text.trimEnd().split('\n')) verifier.read(Buffer.from(line));
  return verifier.finish();
}

describe.each(availableModes())('GET /v1/desk/audit in the mode %s', (mode) => {
  let api: TestApi;
  let admin: SignedIn;

  const get = ({ headers }: SignedIn, query = '', more: object = {}) =>
    api.call(`/v1/desk/audit${query}`, { key: '', headers: { ...headers, ...more } });
  const exportsOf = async () =>
    (await readDeskChain(api.desk.pool, 'gazette')).filter(({ name }) => name === 'audit.exported').map(({ data }) => data);
  /** An answer that nobody reads yet. */
  const open = async (): Promise<IncomingMessage> => {
    const asked = request(`${api.desk.url}/v1/desk/audit`, { headers: admin.headers, agent: false });
    asked.end();
    const [answer]: IncomingMessage[] = await once(asked, 'response');
    if (!answer) throw new Error('there is no answer');
    return answer;
  };

  beforeAll(async () => {
    api = await openTestApi(mode);
    for (const id of ['gazette', 'herald']) await api.call('/v1/tenants', { body: { id } });
    admin = await signInPerson(api.desk.pool, 'admin', 'gazette');
    for (const tenant of ['gazette', 'herald']) {
      const headers = { 'copydesk-tenant': tenant, prefer: 'wait=30' };
      await api.call('/v1/articles', { body: { id: 'one', text: 'The harbour council of Merrow met at noon.' }, headers });
    }
  }, 200_000);
  afterAll(() => api.close(), 200_000);

  it("gives an admin the chains of the admin's tenant as NDJSON that can be checked", async () => {
    const { status, headers, text } = await get(admin);
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      'application/x-ndjson',
      'no-store',
    ]);
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="copydesk-audit-gazette-\d{4}-\d\d-\d\d\.ndjson"$/u,
    );
    const report = verify(text);
    expect(report).toMatchObject({ faults: [], chains: 1, about: { tenant: 'gazette' } });
    expect(await exportsOf()).toMatchObject([{ by: admin.id, sha256: report.sha256, events: report.events }]);
    const next = verify((await get(admin)).text);
    expect(next).toMatchObject({ faults: [], chains: 2, events: report.events + 1 });
  });

  it('gives an admin of all tenants what belongs to none too, and keeps to the times that are asked for', async () => {
    const root = await signInPerson(api.desk.pool, 'admin', null);
    await api.call('/v1/desk/people', {
      key: '',
      headers: root.headers,
      body: { login: 'x', name: 'X', role: 'lead', tenant: null },
    });
    const all = await get(root, '', { 'copydesk-tenant': 'herald' });
    expect(all.text).toContain('"kind":"desk","tenant":""');
    expect(verify(all.text)).toMatchObject({ faults: [], chains: 2, about: { tenant: 'herald' } });
    const early = await get(admin, '?until=2020-01-01T00:00:00Z');
    expect(verify(early.text)).toMatchObject({ faults: [], chains: 0, events: 0 });
    const late = await get(admin, '?since=2999-01-01T00:00:00%2B02:00&until=2999-01-02T00:00:00Z');
    expect(verify(late.text)).toMatchObject({ faults: [], chains: 0, about: { since: '2998-12-31T22:00:00.000Z' } });
    expect((await get(admin, '?since=yesterday')).status).toBe(422);
  });

  it('waits for a slow reader, sees one that goes away, and serves two at a time', async () => {
    const { rows } = await api.desk.pool.query<{ article_id: string }>(
      "SELECT article_id FROM copydesk.articles WHERE tenant = 'gazette'",
    );
    await api.desk.pool.query(
      `INSERT INTO copydesk.events (tenant, article_id, revision, number, name, time, data, hash)
       SELECT 'gazette', $1, 1, 100 + n, 'review.noted', now(), jsonb_build_object('by', 'per_x', 'note', repeat('n', 100)), repeat('0', 64)
         FROM generate_series(1, ${MANY}) n`,
      [rows[0]?.article_id],
    );
    const before = (await exportsOf()).length;
    const [slow, gone] = [await open(), await open()];
    const third = await get(admin);
    expect([third.status, third.json.code]).toEqual([503, 'busy']);
    await sleep(1500);
    // Both have more to say than the connection holds.
    expect(await exportsOf()).toHaveLength(before);
    gone.destroy();
    await expect.poll(async () => (await exportsOf()).length, { timeout: 20_000 }).toBe(before + 1);
    const [cut] = (await exportsOf()).slice(-1);
    expect(cut).toMatchObject({ by: admin.id, sha256: null });
    expect(Number(cut?.events)).toBeLessThan(MANY);
    let bytes = 0;
    for await (const chunk of slow) bytes += (chunk as Buffer).length;
    expect(bytes).toBeGreaterThan(MANY * 200);
    const [whole] = (await exportsOf()).slice(-1);
    expect(whole).toMatchObject({ by: admin.id, sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) });
    expect(Number(whole?.events)).toBeGreaterThan(MANY);
    expect((await get(admin)).status).toBe(200);
  }, 120_000);
});
