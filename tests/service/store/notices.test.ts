import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processArticle } from '../../../src/service/processing/process-article.ts';
import { inTransaction } from '../../../src/service/store/in-transaction.ts';
import { openNotices } from '../../../src/service/store/notices.ts';
import { insertOutbox } from '../../../src/service/store/outbox.ts';
import { toDecidedPayload } from '../../../src/service/store/to-decided-payload.ts';
import { openTestStore, type TestStore } from '../open-test-store.ts';
import { availableModes } from '../test-place.ts';

describe.each(availableModes())('notices in the mode %s', (mode) => {
  let test: TestStore;

  beforeAll(async () => {
    test = await openTestStore(mode);
  }, 200_000);

  afterAll(() => test.close(), 200_000);

  it('tell of articles that wait and of decisions, at the commit and not before, to whoever subscribed', async () => {
    const notices = openNotices(test.pool, () => undefined);
    const outbox: string[] = [];
    const decided: string[] = [];
    notices.subscribe('copydesk_outbox', (payload) => outbox.push(payload));
    const unsubscribe = notices.subscribe('copydesk_decided', (payload) => decided.push(payload));
    // Whoever subscribes may have missed some.
    await expect.poll(() => [outbox, decided]).toEqual([[''], ['']]);
    const { article } = await test.accept({ id: 'told', text: 'The council met.' });
    await expect.poll(() => outbox.length).toBe(2);
    const rolledBack = inTransaction(test.pool, async (session) => {
      await insertOutbox(session, article.key);
      throw new Error('stop here');
    });
    await expect(rolledBack).rejects.toThrow('stop here');
    await processArticle(test.processing, { key: article.key, traceId: '' }, 'm-0');
    await expect.poll(() => decided).toEqual(['', toDecidedPayload(article.key)]);
    expect(outbox).toHaveLength(2);
    unsubscribe();
    const second = await test.accept({ id: 'told again', text: 'The council met.' });
    await processArticle(test.processing, { key: second.article.key, traceId: '' }, 'm-0');
    await expect.poll(() => outbox.length).toBe(3);
    expect(decided).toHaveLength(2);
    await notices.close();
  });

  it.each(mode === 'embedded' ? [] : [mode])(
    'go on after their connection was cut, and say that some may have been missed',
    async () => {
      const errors: Error[] = [];
      const notices = openNotices(test.pool, (error) => errors.push(error));
      const heard: string[] = [];
      notices.subscribe('copydesk_outbox', (payload) => heard.push(payload));
      await expect.poll(() => heard.length).toBe(1);
      await test.pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE 'LISTEN copydesk%' AND pid <> pg_backend_pid()`);
      await expect.poll(() => heard.length, { timeout: 20_000 }).toBe(2);
      await test.accept({ id: 'after the cut', text: 'The council met.' });
      await expect.poll(() => heard.length).toBe(3);
      await notices.close();
    },
  );
});
