import type { ArticleEvent } from './article-event.ts';
import type { ArticleKey } from './article-key.ts';
import { articleStatus } from './article-status.ts';
import { hashEvent } from './hash-event.ts';
import { deleteOutbox } from './outbox.ts';
import { reduce } from './reduce.ts';
import type { SqlSession } from './sql-pool.ts';
import type { StoredArticle } from './stored-article.ts';

/** Events to append to an article whose row the transaction holds. */
export interface Change {
  readonly article: StoredArticle;
  readonly events: readonly ArticleEvent[];
}

interface Appended {
  readonly article: StoredArticle;
  /** Rows of `copydesk.events` as `INSERT_EVENTS` reads them. */
  readonly rows: readonly object[];
}

const INSERT_EVENTS = `INSERT INTO copydesk.events (tenant, article_id, revision, number, name, time, data, hash)
  SELECT tenant, article_id, revision, number, name, time, data, hash FROM jsonb_to_recordset($1::jsonb)
    AS e(tenant text, article_id text, revision integer, number integer, name text, time timestamptz, data jsonb, hash text)`;

const UPDATE_ARTICLES = `UPDATE copydesk.articles a
    SET processing = c.processing, review = c.review, delivery = c.delivery, attempt = c.attempt, version = c.version,
        run = c.run, unended = c.unended, superseded = c.superseded, purged = c.purged, status = c.status,
        score = coalesce(c.score, a.score), head = c.head, job_id = c.job_id, changed_at = $2
   FROM jsonb_to_recordset($1::jsonb)
     AS c(tenant text, article_id text, revision integer, processing text, review text, delivery text, attempt integer,
          version integer, run integer, unended integer, superseded boolean, purged boolean, status text,
          score numeric, head text, job_id text)
  WHERE a.tenant = c.tenant AND a.article_id = c.article_id AND a.revision = c.revision`;

function jobOf({ article, events }: Change): string | null {
  const queued = events.findLast((event) => event.name === 'article.queued');
  return queued ? queued.data.job : article.jobId;
}

function apply(change: Change, now: Date): Appended {
  const { key } = change.article;
  let { state, head } = change.article;
  const rows = change.events.map((event) => {
    state = reduce(state, event);
    const number = state.version;
    head = hashEvent(head, key, { event, number, time: now });
    const { tenant, articleId: article_id, revision } = key;
    return { tenant, article_id, revision, number, name: event.name, time: now, data: event.data, hash: head };
  });
  return { article: { ...change.article, state, head, jobId: jobOf(change) }, rows };
}

function toRow({ key, state, head, jobId }: StoredArticle, events: readonly ArticleEvent[]): object {
  const cleaned = events.findLast((event) => event.name === 'article.cleaned');
  return {
    ...state,
    tenant: key.tenant,
    article_id: key.articleId,
    revision: key.revision,
    status: articleStatus(state),
    score: cleaned?.data.score ?? null,
    head,
    job_id: jobId,
  };
}

/** An article that comes to an end leaves the outbox. */
function findEnded(changes: readonly Change[], after: readonly StoredArticle[]): readonly ArticleKey[] {
  const isPending = (article: StoredArticle | undefined) => article && articleStatus(article.state) === 'pending';
  return changes.flatMap(({ article }, index) => (isPending(article) && !isPending(after[index]) ? [article.key] : []));
}

/**
 * Appends events to articles whose rows the transaction holds, each article once, and writes the states they fold to: two
 * statements, however many there are, and a third when articles come to an end. Returns the articles after them. Throws `TransitionError` when a state does not allow one.
 */
export async function appendToAll(session: SqlSession, changes: readonly Change[], now: Date): Promise<readonly StoredArticle[]> {
  if (changes.length === 0) return [];
  const appended = changes.map((change) => apply(change, now));
  await session.query(INSERT_EVENTS, [JSON.stringify(appended.flatMap(({ rows }) => rows))]);
  const rows = appended.map(({ article }, index) => toRow(article, changes[index]?.events ?? []));
  await session.query(UPDATE_ARTICLES, [JSON.stringify(rows), now]);
  const after = appended.map(({ article }) => article);
  const ended = findEnded(changes, after);
  if (ended.length > 0) await deleteOutbox(session, ended);
  return after;
}
