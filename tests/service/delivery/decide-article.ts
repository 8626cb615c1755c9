import { randomBytes } from 'node:crypto';
import type { DeliveryType } from '../../../src/service/delivery/delivery-type.ts';
import { acceptArticle } from '../../../src/service/intake/accept-article.ts';
import { verdictEvents } from '../../../src/service/processing/verdict-events.ts';
import type { ArticleKey } from '../../../src/service/store/article-key.ts';
import { type ArticleChange, changeArticle } from '../../../src/service/store/change-article.ts';
import type { DecisionNotice } from '../../../src/service/store/decision-notice.ts';
import { inTransaction } from '../../../src/service/store/in-transaction.ts';
import type { SqlPool, SqlSession } from '../../../src/service/store/sql-pool.ts';
import type { StoredArticle } from '../../../src/service/store/stored-article.ts';
import type { Log } from '../../../src/service/telemetry/open-log.ts';

export interface Decided {
  readonly key: ArticleKey;
  /** The webhook-id. */
  readonly delivery: string;
}

/** What a machine decides. */
type MachineType = Extract<DeliveryType, `article.${string}`>;

const SCORES = { 'article.accepted': 97.25, 'article.flagged': 55.5, 'article.dead': 0 } as const;

/** Decides an article as a worker does. */
export async function decide(
  session: SqlSession,
  article: StoredArticle,
  type: MachineType,
  json: string,
  heldSeconds = 0,
): Promise<string> {
  const now = new Date();
  const started = { name: 'processing.started', data: { attempt: article.state.attempt + 1 } } as const;
  const begun = await changeArticle(session, { article, events: [started] }, now);
  const { rows } = await session.query('SELECT FROM copydesk.tenants WHERE id = $1 AND webhook_url IS NOT NULL', [
    article.key.tenant,
  ]);
  const notice = {
    id: `msg_${randomBytes(12).toString('hex')}`,
    way: rows.length > 0 ? 'webhook' : 'pull',
    ...(heldSeconds > 0 && { heldSeconds }),
  } as const;
  if (!begun) throw new Error('the article was changed meanwhile');
  const decision = { ...notice, type };
  const decided = await changeArticle(session, { article: begun, decision, ...outcomeOf(begun, type, json, notice) }, now);
  if (!decided) throw new Error('the article was changed meanwhile');
  return notice.id;
}

function outcomeOf(
  article: StoredArticle,
  type: MachineType,
  json: string,
  delivery: DecisionNotice,
): Pick<ArticleChange, 'events' | 'result'> {
  if (type === 'article.dead') {
    const data = { attempt: article.state.attempt, code: 'deadline', final: true, delivery };
    return { events: [{ name: 'processing.failed', data }] };
  }
  const outcome = type === 'article.accepted' ? 'publish' : 'review';
  const reasons = outcome === 'publish' ? [] : ['low_score', 'spam_insert'];
  const result = {
    json,
    outcome,
    score: SCORES[type],
    ruleset: 'r1',
    findings: 2,
    reasons,
    kinds: [],
    rules: [],
    title: '',
  } as const;
  return { events: verdictEvents(result, outcome === 'publish', delivery), result };
}

/** An article that was accepted and decided, without a worker. */
export async function decideArticle(
  pool: SqlPool,
  log: Log,
  id: string,
  {
    type = 'article.accepted' as MachineType,
    tenant = 'default',
    json = '{"made":"by hand"}',
    source = 'gazette',
    heldSeconds = 0,
  } = {},
): Promise<Decided> {
  const { article } = await acceptArticle(pool, log, { id, text: `The story of ${id}.`, source }, tenant);
  const delivery = await inTransaction(pool, (session) => decide(session, article, type, json, heldSeconds));
  return { key: article.key, delivery };
}
