import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptArticle } from '../../../src/service/intake/accept-article.ts';
import { processArticle } from '../../../src/service/processing/process-article.ts';
import { changeOnce, startOnce } from '../../../src/service/store/change-once.ts';
import { openStore, type Store } from '../../../src/service/store/open-store.ts';
import { readArticle } from '../../../src/service/store/read-article.ts';
import { readWork } from '../../../src/service/store/read-work.ts';
import type { SqlPool, SqlSession } from '../../../src/service/store/sql-pool.ts';
import { expectFold } from '../open-test-desk.ts';
import { openTestStore, type TestStore } from '../open-test-store.ts';
import { type FaultyProxy, startProxy } from '../start-proxy.ts';
import { availableModes } from '../test-place.ts';
import { readEvents } from './read-events.ts';

/** Milliseconds in which a server that does not answer must have been given up. */
const PATIENCE = 20_000;

describe.runIf(availableModes().includes('postgres'))('a database behind a line that misbehaves', () => {
  let test: TestStore;
  let proxy: FaultyProxy;
  let store: Store;
  let count = 0;

  beforeAll(async () => {
    test = await openTestStore('postgres');
    const url = new URL(test.place.env.DATABASE_URL ?? '');
    proxy = await startProxy(Number(url.port));
    url.port = `${proxy.port}`;
    store = await openStore({ kind: 'postgres', url: url.href }, () => undefined);
  }, 200_000);

  afterAll(async () => {
    proxy.set('pass');
    await store.close();
    await proxy.close();
    await test.close();
  }, 200_000);

  it.each(['cutBefore', 'cutAfter'] as const)('writes a change once when the connection drops: %s', async (fault) => {
    const { article } = await test.accept({ id: `change ${count++}`, text: 'The council met.' });
    const work = await readWork(store.pool, article.key);
    if (!work) throw new Error('there is no such article');
    proxy.set(fault);
    const event = { name: 'processing.started', data: { attempt: 1 } } as const;
    const after = await changeOnce(store.pool, { article: work.article, events: [event] });
    if (!after) throw new Error('nothing was written');
    const { steps, ...stored } = after;
    expect(stored).toEqual(await readArticle(test.pool, article.key));
    expect(steps).toEqual([stored.state]);
    expect((await readEvents(test.pool, article.key)).map(({ name }) => name)).toEqual([
      'article.received',
      'processing.started',
    ]);
    await expectFold(test.pool, article.key);
  });

  it.each(['cutBefore', 'cutAfter'] as const)(
    'starts an article once, with its text, when the connection drops: %s',
    async (fault) => {
      const { article } = await test.accept({ id: `start ${count++}`, text: 'The council met.' });
      await store.pool.query('SELECT 1');
      proxy.set(fault);
      const started = await startOnce(store.pool, { article, events: [{ name: 'processing.started', data: { attempt: 1 } }] });
      expect(started).toEqual(await readWork(test.pool, article.key));
      expect(started?.article.state.attempt).toBe(1);
      expect(await readEvents(test.pool, article.key)).toHaveLength(2);
    },
  );

  it.each(['cutBefore', 'cutAfter'] as const)(
    'stores one result and one decision when the connection drops: %s',
    async (fault) => {
      const { article } = await test.accept({ id: `result ${count++}`, text: 'The council met.' });
      const threads: typeof test.processing.threads = {
        moderate: async (input) => {
          const moderation = await test.processing.threads.moderate(input);
          proxy.set(fault);
          return moderation;
        },
      };
      await processArticle({ ...test.processing, pool: store.pool, threads }, { key: article.key, traceId: '' }, 'm-0');
      const sql = (table: string) => `SELECT FROM copydesk.${table} WHERE article_id = '${article.key.articleId}'`;
      expect((await test.pool.query(sql('results'))).rows).toHaveLength(1);
      expect((await test.pool.query(sql('deliveries'))).rows).toHaveLength(1);
      expect((await test.pool.query(sql('outbox'))).rows).toHaveLength(0);
      await expectFold(test.pool, article.key);
    },
  );

  it('does not take an article in twice when the answer to its COMMIT is lost and its sender tries again', async () => {
    for (let at = 1; at <= 16; at++) {
      const article = { id: `intake ${count++}`, text: 'The council met.' };
      // New articles are one statement, those that are known a transaction.
      const isKnown = at > 2;
      if (isKnown) await test.accept({ ...article, text: 'The council will meet.' });
      let left = at;
      // Loses the answer to one statement of the intake after another, the COMMIT among them.
      const cutting = <S extends SqlSession>(session: S): S =>
        new Proxy(session, {
          get: (target, name) => {
            const member: unknown = Reflect.get(target, name);
            if (typeof member !== 'function') return member;
            if (name !== 'query') return member.bind(target);
            return (...args: readonly [string, (readonly unknown[])?]) => {
              if (--left === 0) proxy.set('cutAfter');
              return target.query(...args);
            };
          },
        });
      const pool: SqlPool = {
        query: (...args) => cutting(store.pool).query(...args),
        connect: async () => cutting(await store.pool.connect()),
        end: () => store.pool.end(),
      };
      const submit = () => acceptArticle(pool, test.log, article);
      const { article: stored } = await submit().catch(submit);
      const { rows } = await test.pool.query('SELECT FROM copydesk.articles WHERE external_id = $1', [article.id]);
      expect(rows).toHaveLength(isKnown ? 2 : 1);
      await expectFold(test.pool, stored.key);
      proxy.set('pass');
    }
  });

  it('gives a server up that does not answer, and goes on when it is back', async () => {
    await store.pool.query('SELECT 1');
    proxy.set('swallow');
    const from = performance.now();
    await expect(store.pool.query('SELECT 1')).rejects.toThrow();
    await expect(acceptArticle(store.pool, test.log, { id: 'frozen', text: 'The council met.' })).rejects.toThrow();
    expect(performance.now() - from).toBeLessThan(PATIENCE);
    proxy.set('pass');
    const { isNew } = await acceptArticle(store.pool, test.log, { id: 'frozen', text: 'The council met.' });
    expect(isNew).toBe(true);
  });
});
