import { type DeliveryType, insertDelivery } from '../../../src/service/delivery/insert-delivery.ts';
import { acceptArticle } from '../../../src/service/intake/accept-article.ts';
import { verdictEvents } from '../../../src/service/processing/verdict-events.ts';
import { appendEvents } from '../../../src/service/store/append-events.ts';
import type { ArticleKey } from '../../../src/service/store/article-key.ts';
import { inTransaction } from '../../../src/service/store/in-transaction.ts';
import { insertResult } from '../../../src/service/store/insert-result.ts';
import type { SqlPool, SqlSession } from '../../../src/service/store/sql-pool.ts';
import type { StoredArticle } from '../../../src/service/store/stored-article.ts';
import type { Log } from '../../../src/service/telemetry/open-log.ts';

export interface Decided {
  readonly key: ArticleKey;
  /** The webhook-id. */
  readonly delivery: string;
}

const SCORES = { 'article.accepted': 97.25, 'article.flagged': 55.5, 'article.dead': 0 } as const;

/** The transaction that decides, as a worker makes it. */
export async function decide(session: SqlSession, article: StoredArticle, type: DeliveryType, json: string): Promise<string> {
  const now = new Date();
  const started = { name: 'processing.started', data: { attempt: article.state.attempt + 1 } } as const;
  const begun = await appendEvents(session, article, [started], now);
  if (type === 'article.dead') {
    const delivery = await insertDelivery(session, begun, type, now);
    const data = { attempt: begun.state.attempt, code: 'deadline', final: true, delivery };
    await appendEvents(session, begun, [{ name: 'processing.failed', data }], now);
    return delivery.id;
  }
  const outcome = type === 'article.accepted' ? 'publish' : 'review';
  const reasons = outcome === 'publish' ? [] : ['low_score', 'spam_insert'];
  const moderation = { json, outcome, score: SCORES[type], ruleset: 'r1', findings: 2, reasons } as const;
  await insertResult(session, begun, moderation, now);
  const delivery = await insertDelivery(session, begun, type, now);
  await appendEvents(session, begun, verdictEvents(moderation, delivery), now);
  return delivery.id;
}

/** An article that was accepted and decided, without a worker. */
export async function decideArticle(
  pool: SqlPool,
  log: Log,
  id: string,
  { type = 'article.accepted' as DeliveryType, tenant = 'default', json = '{"made":"by hand"}', source = 'gazette' } = {},
): Promise<Decided> {
  const { article } = await acceptArticle(pool, log, { id, text: `The story of ${id}.`, source }, tenant);
  const delivery = await inTransaction(pool, (session) => decide(session, article, type, json));
  return { key: article.key, delivery };
}
