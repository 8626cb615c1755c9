import { cancelDeliveries } from '../delivery/cancel-deliveries.ts';
import { RefusedError } from '../intake/refused-error.ts';
import { discardReview } from '../review/discard-review.ts';
import { endOverdue } from '../review/end-overdue.ts';
import { logReview, readReviewEvents } from '../review/log-review.ts';
import { aboutArticle } from '../telemetry/about-article.ts';
import type { Log } from '../telemetry/open-log.ts';
import { startSpan } from '../telemetry/trace.ts';
import { appendEvents } from './append-events.ts';
import type { ArticleKey } from './article-key.ts';
import { articleStatus } from './article-status.ts';
import { inTransaction } from './in-transaction.ts';
import { insertOutbox } from './outbox.ts';
import { readArticle } from './read-article.ts';
import type { ReviewEvent } from './review-event.ts';
import type { SqlPool, SqlSession } from './sql-pool.ts';
import type { StoredArticle } from './stored-article.ts';

export interface ReplayOptions {
  /** Also what people have decided or claimed, and what is appealed against: an open appeal is over without an answer then. */
  readonly overrules: boolean;
}

function refuseUnready({ state }: StoredArticle): void {
  switch (articleStatus(state)) {
    case 'pending':
      throw new RefusedError('under_way', 'the article is on its way already; replay it when it is over');
    case 'superseded':
      throw new RefusedError('superseded', 'a newer revision has taken the place of this one; replay that');
    case 'purged':
      throw new RefusedError('purged', 'the content of this article is gone; submit it again');
    default:
  }
}

/** What a person has decided, is appealed against, or is at somebody's is no longer the machine's. */
function refuseTouched({ state: { review, claimant } }: StoredArticle): void {
  // Which of them it is may not be told yet.
  if (review === 'decided' || review === 'appealed' || claimant !== null) {
    throw new RefusedError(
      'decided',
      'people have decided on this article, or are about to; only a key with the scope admin replays it',
    );
  }
}

interface Replayed {
  readonly known: StoredArticle;
  /** An overdue claim is ended first. */
  readonly ended: readonly ReviewEvent[];
  readonly article: StoredArticle;
}

async function replay(
  session: SqlSession,
  key: ArticleKey,
  { overrules }: ReplayOptions,
  now: Date,
): Promise<Replayed | undefined> {
  const known = await readArticle(session, key, true);
  if (!known) return undefined;
  refuseUnready(known);
  const article = await endOverdue(session, known, now);
  if (!overrules) refuseTouched(article);
  const ended = article === known ? [] : await readReviewEvents(session, known);
  const discarded = await discardReview(session, article, 'replayed');
  const event = { name: 'article.replayed', data: { run: article.state.run + 1, ...discarded } } as const;
  const replayed = await appendEvents(session, article, [event], now);
  await cancelDeliveries(session, key);
  await insertOutbox(session, key);
  return { known, ended, article: replayed };
}

/**
 * Has an article moderated anew, with the rules and models of now; a decision that was not delivered yet is cancelled. Resolves to
 * the article, or to `undefined` when there is none. Throws `RefusedError` with the code `under_way`, `superseded` or `purged`, or `decided`
 * for what people have touched.
 */
export async function replayArticle(
  pool: SqlPool,
  log: Log,
  key: ArticleKey,
  options: ReplayOptions = { overrules: false },
): Promise<StoredArticle | undefined> {
  const replayed = await inTransaction(pool, (session) => replay(session, key, options, new Date()));
  if (!replayed) return undefined;
  const { known, ended, article } = replayed;
  logReview(log, known, ended);
  log('article.replayed', aboutArticle(article), startSpan(article.traceId));
  return article;
}
