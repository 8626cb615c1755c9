import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi, type TestApi } from '../api/open-test-api.ts';
import { CANARY, expectLogContract, readLog } from '../open-test-desk.ts';
import { freePort } from '../private-server.ts';
import { availableModes } from '../test-place.ts';

/** What a publisher sends with everything in it that no log may hold. */
const article = (id: string) => ({
  ...{ id: `${id} ${CANARY}`, title: `Merrow ${CANARY}`, byline: `Ada ${CANARY}`, site: CANARY },
  ...{ url: `https://gazette.example/${CANARY}?token=${CANARY}`, source: `https://gazette.example/feed?token=${CANARY}` },
  text: `The harbour council of Merrow met at noon on Monday ${CANARY} to hear what the pilots wanted.`,
});

describe.each(availableModes())('errors whose messages hold an article or a secret, in the mode %s', (mode) => {
  let api: TestApi;

  beforeAll(async () => {
    api = await openTestApi(mode, { attempts: 1 });
  }, 200_000);

  afterAll(async () => {
    expectLogContract(api.place);
    await api.close();
  }, 200_000);

  const sql = (text: string) => api.desk.pool.query(text);
  const submit = (id: string) =>
    api.call('/v1/articles', { body: article(id), headers: { 'idempotency-key': `"${id}-${CANARY}"` } });
  /** The database names the whole row in the error. */
  const refuse = (table: string, column: string) =>
    sql(`ALTER TABLE copydesk.${table} ADD CONSTRAINT refusing CHECK (${column} NOT LIKE '%${CANARY}%') NOT VALID`);
  const allow = (table: string) => sql(`ALTER TABLE copydesk.${table} DROP CONSTRAINT refusing`);
  const codesOf = (event: string) =>
    readLog(api.place)
      .filter((line) => line.event === event)
      .map(({ code }) => code);

  it('are logged by their code: a result that cannot be stored', async () => {
    await refuse('results', 'json');
    const error = await sql(
      `INSERT INTO copydesk.results (tenant, article_id, revision, json, outcome, score, ruleset, created_at) VALUES ('t', 'a', 1, '${CANARY}', 'publish', 1, '', now())`,
    ).catch((reason: unknown) => reason);
    // Such an error has it, or this shows nothing.
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).toContain(CANARY);
    expect((await submit('result')).status).toBe(202);
    await expect
      .poll(() => [...codesOf('service.failed'), ...codesOf('processing.failed')].length, { timeout: 60_000 })
      .toBeGreaterThan(0);
    await allow('results');
  }, 120_000);

  it('are logged by their code: an article that cannot be stored', async () => {
    await refuse('articles', 'title');
    expect((await submit('refused')).status).toBeGreaterThanOrEqual(500);
    await allow('articles');
    await expect.poll(() => codesOf('service.failed'), { timeout: 20_000 }).toContain('23514');
  });

  it('are logged by their code: a webhook with a secret in its address, where nobody listens', async () => {
    const webhookUrl = `http://127.0.0.1:${await freePort()}/${CANARY}?token=${CANARY}`;
    await sql(
      `UPDATE copydesk.tenants SET webhook_url = '${webhookUrl}', webhook_secrets = '{whsec_${CANARY}}' WHERE id = 'default'`,
    );
    expect((await submit('told')).status).toBe(202);
    await expect.poll(() => codesOf('delivery.failed').length, { timeout: 60_000 }).toBeGreaterThan(0);
  }, 120_000);

  it.each([
    ['a path', `/v1/articles/${CANARY}`, {}],
    ['a query', `/v1/articles?q=${CANARY}&source=${CANARY}`, {}],
    ['a key', '/v1/articles', { key: `ck_${'a'.repeat(12)}_${CANARY}${'0'.repeat(40)}` }],
    ['a body that is not JSON', '/v1/articles', { body: `{"id": "${CANARY}` }],
    ['a tenant', '/v1/articles', { headers: { 'copydesk-tenant': CANARY } }],
    ['a traceparent', '/v1/articles', { headers: { traceparent: CANARY } }],
  ])('are not in the lines of requests: %s', async (_, path, sent) => {
    const before = codesOf('request.answered').length;
    await api.call(path, sent);
    await expect.poll(() => codesOf('request.answered').length, { timeout: 10_000 }).toBeGreaterThan(before);
  });
});
