import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { type Config, readConfig } from '../../src/service/config.ts';
import { type Desk, openDesk } from '../../src/service/open-desk.ts';
import { ROLES, type Role } from '../../src/service/roles.ts';
import type { ArticleKey } from '../../src/service/store/article-key.ts';
import { inTransaction } from '../../src/service/store/in-transaction.ts';
import { readArticle } from '../../src/service/store/read-article.ts';
import { reduce } from '../../src/service/store/reduce.ts';
import type { SqlPool } from '../../src/service/store/sql-pool.ts';
import type { StoredArticle } from '../../src/service/store/stored-article.ts';
import { openLog } from '../../src/service/telemetry/open-log.ts';
import { expectLogContract as expectContract, readLogLines } from './expect-log-contract.ts';
import { readEvents } from './store/read-events.ts';
import { verifyChain } from './store/verify-chain.ts';
import type { TestPlace } from './test-place.ts';

export { CANARY } from './expect-log-contract.ts';

export function openTestDesk(place: TestPlace, roles: readonly Role[] = ROLES, overrides: Partial<Config> = {}): Promise<Desk> {
  return openDesk({ ...readConfig(place.env), ...overrides }, roles, openLog(place.logFile, 'info'));
}

/** Waits until the article is cleaned or dead. */
export async function untilOver(pool: SqlPool, key: ArticleKey, seconds = 200): Promise<StoredArticle> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(25)) {
    const article = await readArticle(pool, key);
    if (article && ['cleaned', 'dead'].includes(article.state.processing)) return article;
  }
  throw new Error(`${key.articleId} was not over within ${seconds} s`);
}

/** Both as they stood at one moment: a desk that runs may go on between two statements. */
function readWithEvents(pool: SqlPool, key: ArticleKey) {
  return inTransaction(pool, async (session) => {
    await session.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    return { events: await readEvents(session, key), article: await readArticle(session, key) };
  });
}

/** The promise of the event log: an article's state is the fold of its events. */
export async function expectFold(pool: SqlPool, key: ArticleKey): Promise<void> {
  const { events, article } = await readWithEvents(pool, key);
  expect(events.reduce<StoredArticle['state'] | undefined>(reduce, undefined)).toEqual(article?.state);
  expect(await verifyChain(pool, key)).toBe('whole');
}

export function readLog(place: TestPlace): readonly Record<string, unknown>[] {
  return readLogLines(place.logFile);
}

/** There is a log, and it keeps its contract. */
export function expectLogContract(place: TestPlace): void {
  expect(readLog(place).length).toBeGreaterThan(0);
  expectContract(place.logFile);
}
