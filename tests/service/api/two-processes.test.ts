import process from 'node:process';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { freePort } from '../private-server.ts';
import { type CopydeskProcess, spawnCopydesk } from '../spawn-process.ts';
import { findRedis, startRedis } from '../start-redis.ts';
import { createPlace, type TestPlace } from '../test-place.ts';
import { OPERATOR_KEY } from './open-test-api.ts';

const program = findRedis();
const hasServers = program !== undefined && inject('servers') !== null;

interface ApiProcess {
  readonly url: string;
  readonly process: CopydeskProcess;
}

async function startApiProcess(env: Readonly<Record<string, string>>): Promise<ApiProcess> {
  const port = await freePort();
  const child = spawnCopydesk('workers/api.worker.ts', [], { env: { ...env, COPYDESK_PORT: `${port}`, COPYDESK_LOG: 'stdout' } });
  await expect.poll(() => child.output(), { timeout: 60_000 }).toContain('"service.started"');
  return { url: `http://127.0.0.1:${port}`, process: child };
}

function submit(url: string, article: object, key?: string): Promise<Response> {
  const headers = { authorization: `Bearer ${OPERATOR_KEY}`, 'content-type': 'application/json' };
  const once: Record<string, string> = key === undefined ? {} : { 'idempotency-key': `"${key}"` };
  return fetch(`${url}/v1/articles`, { method: 'POST', headers: { ...headers, ...once }, body: JSON.stringify(article) });
}

describe.runIf(hasServers)('the API as processes of their own', () => {
  let place: TestPlace;
  const running: ApiProcess[] = [];
  const start = async (more: Readonly<Record<string, string>> = {}) => {
    const api = await startApiProcess({ ...place.env, COPYDESK_OPERATOR_KEY: OPERATOR_KEY, ...more });
    running.push(api);
    return api.url;
  };

  beforeAll(async () => {
    place = await createPlace('redis+postgres');
  });
  afterAll(async () => {
    for (const { process: one } of running) one.child.kill('SIGTERM');
    expect(await Promise.all(running.map(({ process: one }) => one.ended))).toEqual(running.map(() => 0));
    await place.remove();
  });

  it('makes one article of a hundred requests with one key over two of them, and gives a hundred answers that are the same', async () => {
    const urls = [await start(), await start()] as const;
    const article = { id: 'hundred', text: 'The harbour council met at noon.' };
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) => submit(urls[index % 2 === 0 ? 0 : 1], article, 'hundred')),
    );
    const seen = await Promise.all(answers.map(async (answer) => `${answer.status} ${await answer.text()}`));
    expect([...new Set(seen)]).toEqual([expect.stringMatching(/^202 .*"isNew":true/u)]);
    const headers = { authorization: `Bearer ${OPERATOR_KEY}` };
    const list = await fetch(`${urls[1]}/v1/articles?externalId=hundred`, { headers });
    expect(await list.json()).toMatchObject({ articles: [{ externalId: 'hundred', revision: 1 }] });
  });

  it('answers 202 within 1.5 s while Redis is frozen', async () => {
    const redis = await startRedis(program ?? '');
    const url = await start({ REDIS_URL: redis.url });
    expect((await submit(url, { id: 'before', text: 'The harbour council met.' })).status).toBe(202);
    process.kill(redis.pid, 'SIGSTOP');
    const times: number[] = [];
    for (let index = 0; index < 10; index++) {
      const from = performance.now();
      const { status } = await submit(url, { id: `frozen-${index}`, text: 'The harbour council met.' });
      expect(status).toBe(202);
      times.push(performance.now() - from);
    }
    process.kill(redis.pid, 'SIGCONT');
    expect(Math.max(...times)).toBeLessThan(1500);
    const api = running.pop();
    api?.process.child.kill('SIGTERM');
    expect(await api?.process.ended).toBe(0);
    await redis.stop();
  });
});
