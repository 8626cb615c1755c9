import { isDeepStrictEqual } from 'node:util';
import type { ArticleEvent } from '../../../src/service/store/article-event.ts';
import type { ArticleKey } from '../../../src/service/store/article-key.ts';
import { ARTICLE_COLUMNS, type ArticleRow, toStoredArticle } from '../../../src/service/store/read-article.ts';
import { reduce } from '../../../src/service/store/reduce.ts';
import type { SqlSession } from '../../../src/service/store/sql-pool.ts';
import type { StoredArticle } from '../../../src/service/store/stored-article.ts';
import { readEvents } from '../../service/store/read-events.ts';
import { verifyChain } from '../../service/store/verify-chain.ts';
import type { Publisher } from '../load/publisher.ts';
import type { WebhookReceiver } from '../load/webhook-receiver.ts';
import type { Account } from './account.ts';

export interface Evidence {
  readonly session: SqlSession;
  readonly publisher: Pick<Publisher, 'acknowledged' | 'contradicted'>;
  readonly receiver: Pick<WebhookReceiver, 'decisions' | 'badRequests'>;
  /** Milliseconds since 1970. */
  readonly workerKills: readonly number[];
}

interface Counted extends ArticleRow {
  readonly status: string;
  readonly results: number;
  readonly cleaned: number;
  readonly decided: number;
  readonly deliveries: number;
  readonly delivery_id: string | null;
}

const COUNTED = `SELECT ${ARTICLE_COLUMNS.replaceAll(/\w+/gu, 'a.$&')}, a.status,
    (SELECT count(*)::integer FROM copydesk.results r WHERE r.article_id = a.article_id) AS results,
    (SELECT count(*)::integer FROM copydesk.events e WHERE e.article_id = a.article_id AND e.name = 'article.cleaned') AS cleaned,
    (SELECT count(*)::integer FROM copydesk.events e WHERE e.article_id = a.article_id
        AND e.name IN ('article.accepted', 'article.flagged')) AS decided,
    (SELECT count(*)::integer FROM copydesk.deliveries d WHERE d.article_id = a.article_id) AS deliveries,
    (SELECT min(d.id) FROM copydesk.deliveries d WHERE d.article_id = a.article_id AND d.state = 'delivered') AS delivery_id
  FROM copydesk.articles a ORDER BY a.seq`;

function isFold(events: readonly ArticleEvent[], { state }: StoredArticle): boolean {
  const folded = events.reduce<StoredArticle['state'] | undefined>(reduce, undefined);
  return isDeepStrictEqual(folded, state);
}

/** Looks at one article from all sides. */
class Examination {
  readonly lost: string[] = [];
  readonly doubled: string[] = [];
  readonly broken: string[] = [];
  readonly #evidence: Evidence;
  readonly #received: ReadonlyMap<string, readonly { readonly webhookId: string; readonly taken: number }[]>;

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
    this.#received = Map.groupBy(evidence.receiver.decisions.values(), ({ articleId }) => articleId);
  }

  /** Of the account between the articles. */
  countRows(rows: readonly Counted[]): void {
    const known = Map.groupBy(rows, (row) => row.external_id);
    for (const { externalId, id } of this.#evidence.publisher.acknowledged.values()) {
      const found = known.get(externalId) ?? [];
      if (!found.some((row) => row.article_id === id)) this.lost.push(`${externalId}: the store has no ${id}`);
      if (found.length > 1) this.doubled.push(`${externalId}: ${found.length} articles`);
    }
    for (const id of this.#evidence.publisher.contradicted) this.broken.push(`${id}: answers name different articles`);
    const { badRequests } = this.#evidence.receiver;
    if (badRequests > 0) this.broken.push(`${badRequests} webhooks with a wrong signature`);
  }

  countOutcomes(row: Counted): void {
    const { external_id: name, status, results, cleaned, decided, deliveries } = row;
    if (!['accepted', 'flagged'].includes(status)) this.lost.push(`${name}: ${status}`);
    if (results < 1 || cleaned < 1 || decided < 1)
      this.lost.push(`${name}: ${results} results, ${cleaned} cleaned, ${decided} decided`);
    if (results > 1 || cleaned > 1 || decided > 1)
      this.doubled.push(`${name}: ${results} results, ${cleaned} cleaned, ${decided} decided`);
    if (deliveries !== 1) (deliveries > 1 ? this.doubled : this.lost).push(`${name}: ${deliveries} deliveries`);
  }

  countReceived({ external_id: name, article_id, delivery_id }: Counted): void {
    const received = this.#received.get(article_id) ?? [];
    if (!received.some(({ taken }) => taken > 0)) this.lost.push(`${name}: no decision came`);
    if (received.length > 1) this.doubled.push(`${name}: ${received.length} webhook-ids`);
    if (received[0] && received[0].webhookId !== delivery_id) this.broken.push(`${name}: delivered, but not as ${delivery_id}`);
  }

  async verify(row: Counted): Promise<void> {
    const { session } = this.#evidence;
    const article = toStoredArticle(row);
    const key: ArticleKey = article.key;
    if ((await verifyChain(session, key)) !== 'whole') this.broken.push(`${row.external_id}: the chain is broken`);
    if (!isFold(await readEvents(session, key), article)) this.broken.push(`${row.external_id}: not the fold of its events`);
  }
}

/** Starts of an article that came after the kill of a worker that had it in hand. */
async function measureRestart({ session, workerKills }: Evidence): Promise<number | undefined> {
  const { rows } = await session.query<{ readonly time: Date; readonly next: Date }>(
    `SELECT time, next FROM (SELECT time, name, lead(time) OVER later AS next, lead(name) OVER later AS next_name FROM
       (SELECT * FROM copydesk.events WHERE name IN ('processing.started', 'processing.failed', 'article.cleaned')) e
       WINDOW later AS (PARTITION BY article_id, revision ORDER BY number)) s
      WHERE name = 'processing.started' AND next_name = 'processing.started'`,
  );
  const waits = rows.flatMap(({ time, next }) => {
    const kill = workerKills.find((at) => at >= time.getTime() && at <= next.getTime());
    return kill === undefined ? [] : [(next.getTime() - kill) / 1000];
  });
  return waits.length > 0 ? Math.max(...waits) : undefined;
}

async function countLeft(session: SqlSession, what: string, from: string): Promise<readonly string[]> {
  const { rows } = await session.query<{ readonly n: number }>(`SELECT count(*)::integer AS n FROM ${from}`);
  return rows[0]?.n === 0 ? [] : [`${rows[0]?.n} ${what}`];
}

/** What is on its way still. */
export async function listLeftOver(session: SqlSession): Promise<readonly string[]> {
  return [
    ...(await countLeft(session, 'articles pending', `copydesk.articles WHERE status = 'pending'`)),
    ...(await countLeft(session, 'rows of the outbox', 'copydesk.outbox')),
    ...(await countLeft(session, 'deliveries open', `copydesk.deliveries WHERE state NOT IN ('delivered', 'cancelled')`)),
  ];
}

/** Holds the store against what the publisher was told, and against what its receiver heard. */
export async function verifyStore(evidence: Evidence): Promise<Account> {
  const { session, receiver } = evidence;
  const examination = new Examination(evidence);
  const { rows } = await session.query<Counted>(COUNTED);
  examination.countRows(rows);
  for (const row of rows) {
    examination.countOutcomes(row);
    examination.countReceived(row);
    await examination.verify(row);
  }
  const changed = [...receiver.decisions.values()].filter(({ hasChanged }) => hasChanged);
  const { lost, doubled, broken } = examination;
  broken.push(...changed.map(({ webhookId }) => `${webhookId}: other bytes when repeated`));
  return { lost, doubled, broken, leftOver: await listLeftOver(session), restartSeconds: await measureRestart(evidence) };
}
