import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Mode } from '../../../src/service/config.ts';
import type { ArticleKey } from '../../../src/service/store/article-key.ts';
import { openTestDeskApi, type TestDeskApi, type Visitor } from '../../service/api/desk/open-test-desk-api.ts';
import { type Answered, type Sent, send } from '../../service/api/open-test-api.ts';
import { LOOPBACK } from '../../service/delivery/open-delivery-place.ts';
import { type Answer, type Receiver, startReceiver } from '../../service/delivery/start-receiver.ts';
import { CANARY } from '../../service/expect-log-contract.ts';
import { openTestDesk, untilOver } from '../../service/open-test-desk.ts';
import { freePort } from '../../service/private-server.ts';
import { createPlace, type TestPlace } from '../../service/test-place.ts';
import { writeStory } from './write-story.ts';

/** Publishers: one fetches, one has a webhook that often fails, one a webhook where nobody listens, one takes its webhook away. */
export const TENANTS = ['default', 'hooked', 'deaf', 'fickle'] as const;
export type Tenant = (typeof TENANTS)[number];

/** A desk at work, with those who work with it. */
export interface Day {
  readonly mode: Mode;
  readonly api: TestDeskApi;
  readonly receiver: Receiver;
  readonly ann: Visitor;
  readonly ben: Visitor;
  readonly lead: Visitor;
  /** Looks a second time, and does nothing else. */
  readonly second: Visitor;
  /** As the operator. */
  readonly ask: (tenant: Tenant, path: string, sent?: Sent) => Promise<Answered>;
  readonly sql: <Row>(text: string, ...params: readonly unknown[]) => Promise<readonly Row[]>;
  readonly until: (what: string, sql: string) => Promise<void>;
}

/** A thousand articles on a machine with much else to do. */
const SECONDS = 900;
const LOOK_MS = 100;
/** On a desk that gives no article the time it takes, all fail, twice. */
const HASTY = { deadlineSeconds: 0.001, attempts: 2 };
const FAILING = 4;

/** The first time that the decision on this story comes, its receiver is gone, whatever the lots say. */
export const UNWELCOME = 'unwelcome story';

const lotOf = (id: string): number => (createHash('sha256').update(id).digest()[0] ?? 0) % 8;

/** How a receiver answers that has trouble: by a lot of the decision, the first time or for good. */
function answerByLot(): Answer {
  const times = new Map<string, number>();
  return (response, { headers, body }) => {
    const id = String(headers['webhook-id']);
    const time = (times.get(id) ?? 0) + 1;
    times.set(id, time);
    const lot = body.includes(UNWELCOME) ? 0 : lotOf(id);
    if (lot === 0 && time === 1) return void response.writeHead(410).end();
    if (lot === 1 && time < 3) return void response.writeHead(503).end();
    if (lot === 2 && time === 1) return void response.destroy();
    if (lot === 3 && time === 1) return void response.writeHead(302, { location: `https://gazette.example/${CANARY}` }).end();
    response.writeHead(204).end();
  };
}

async function openTenants({ ask }: Pick<Day, 'ask'>, receiver: Receiver): Promise<void> {
  const nowhere = `http://127.0.0.1:${await freePort()}`;
  const hooks = { default: null, hooked: receiver.url, deaf: nowhere, fickle: receiver.url } as const;
  for (const tenant of TENANTS) {
    if (tenant !== 'default') expect((await ask('default', '/v1/tenants', { body: { id: tenant } })).status).toBe(201);
    const webhookUrl = hooks[tenant] && `${hooks[tenant]}/hook?token=${CANARY}`;
    const { status, text } = await ask(tenant, '/v1/tenant', { method: 'PUT', body: { webhookUrl } });
    expect(status, text).toBe(200);
  }
}

/** Some articles die before the day begins. */
async function openFailed(mode: Mode): Promise<TestPlace> {
  const place = await createPlace(mode);
  const desk = await openTestDesk(place, undefined, HASTY);
  const taken: ArticleKey[] = [];
  for (let number = 0; number < FAILING; number++) {
    taken.push((await desk.accept({ ...writeStory(number), id: `failing ${number}` })).article.key);
  }
  for (const key of taken) expect((await untilOver(desk.pool, key)).state.processing).toBe('dead');
  await desk.close();
  return place;
}

/** Opens a desk with four publishers and four people. Its log has everything. */
export async function openDay(mode: Mode): Promise<Day> {
  const receiver = await startReceiver(answerByLot());
  const place = await openFailed(mode);
  const settings = { privateTargets: LOOPBACK, reconcileSeconds: 1, bullmqIntake: mode === 'redis+postgres' };
  const api = await openTestDeskApi(mode, settings, place);
  const url = api.desk.url ?? '';
  const ask: Day['ask'] = (tenant, path, sent = {}) =>
    send(url, path, { ...sent, headers: { ...sent.headers, 'copydesk-tenant': tenant } });
  const sql: Day['sql'] = async <Row>(text: string, ...params: readonly unknown[]) =>
    (await api.desk.pool.query<Row>(text, params)).rows;
  await openTenants({ ask }, receiver);
  await sql('UPDATE copydesk.tenants SET second_review_share = 1');
  return {
    ...{ mode, api, receiver, ask, sql },
    ann: await api.join('moderator'),
    ben: await api.join('moderator'),
    lead: await api.join('lead'),
    second: await api.join('moderator'),
    until: async (what, text) => {
      for (const end = performance.now() + SECONDS * 1000; performance.now() < end; await sleep(LOOK_MS)) {
        if ((await sql<{ n: number }>(text))[0]?.n === 0) return;
      }
      throw new Error(`${what}: not within ${SECONDS} s`);
    },
  };
}

/** Nothing is on its way to an outcome. */
export const untilAllOver = ({ until }: Day): Promise<void> =>
  until('the outcome of all', `SELECT count(*)::int AS n FROM copydesk.articles WHERE status = 'pending'`);
