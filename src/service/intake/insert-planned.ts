import { MAX_REVISION } from '../../schema/article-schema.ts';
import { cancelDeliveries } from '../delivery/cancel-deliveries.ts';
import { discardReview } from '../review/discard-review.ts';
import { appendToAll } from '../store/append-to-all.ts';
import type { Change } from '../store/fold-change.ts';
import { insertArticles, type NewArticle } from '../store/insert-articles.ts';
import { readOlderOfAll } from '../store/read-older-of-all.ts';
import type { SqlSession } from '../store/sql-pool.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import type { Accepted, Superseded } from './accepted.ts';

/** An article to insert, and the newest revision that there is of it. */
export interface Planned {
  readonly next: NewArticle;
  readonly latest?: StoredArticle;
}

async function supersede(session: SqlSession, superseded: readonly Superseded[], now: Date): Promise<readonly StoredArticle[]> {
  const changes: Change[] = [];
  for (const { article, by } of superseded) {
    const data = { by, ...(await discardReview(session, article, 'superseded')) };
    changes.push({ article, events: [{ name: 'article.superseded', data }] });
  }
  return (await appendToAll(session, changes, now)).map(({ steps: _, ...article }) => article);
}

/** The planned articles that are newest, with the older revisions that still count; usually that is the one before. */
async function listOlder(session: SqlSession, plans: readonly Planned[]): Promise<readonly Superseded[]> {
  const newest = plans.flatMap(({ next, latest }) => (latest && latest.key.revision < next.key.revision ? [next.key] : []));
  const revisions = new Map(newest.map(({ tenant, articleId, revision }) => [JSON.stringify([tenant, articleId]), revision]));
  const older = await readOlderOfAll(session, newest);
  return older.map((article) => ({
    article,
    by: revisions.get(JSON.stringify([article.key.tenant, article.key.articleId])) ?? MAX_REVISION,
  }));
}

/** Those that came after a newer revision: nothing is done for them, but that they came is kept. */
function listLate(plans: readonly Planned[], inserted: readonly StoredArticle[]): readonly Superseded[] {
  return inserted.flatMap((article, index) => {
    const by = plans[index]?.latest?.key.revision ?? 0;
    return by > article.key.revision ? [{ article, by }] : [];
  });
}

/** Inserts what is planned; of the revisions of an article only the newest is on its way afterwards. */
export async function insertPlanned(session: SqlSession, plans: readonly Planned[], now: Date): Promise<readonly Accepted[]> {
  const older = await listOlder(session, plans);
  await supersede(session, older, now);
  for (const { article } of older) await cancelDeliveries(session, article.key);
  const inserted = await insertArticles(
    session,
    plans.map(({ next }) => next),
    now,
  );
  const late = listLate(plans, inserted);
  const after = new Map((await supersede(session, late, now)).map((article) => [article.key, article]));
  return inserted.map((article) => ({
    article: after.get(article.key) ?? article,
    isNew: true,
    superseded: [...older, ...late].filter((one) => one.article.key.articleId === article.key.articleId),
  }));
}
