import type { Makers } from '../open-makers.ts';
import type { Counters } from './counters.ts';
import { nameCodes } from './name-codes.ts';

/** From at once to a backlog of an hour. */
const WAIT_SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300, 900, 3600];

/** What comes in, waits, and ends without a result. */
export function countArticles({ counter, histogram }: Makers): Counters {
  const code = nameCodes();
  const received = counter('articles_received', 'Articles and revisions taken in.');
  const refused = counter('articles_refused', 'Submissions that were not taken in.', ['code']);
  const ended = counter('articles_ended', 'Articles that ended without a result of their own.', {
    how: ['superseded', 'purged', 'expired'],
  });
  const replayed = counter('articles_replayed', 'Articles that are moderated anew.');
  const waited = histogram(
    'queue_wait_seconds',
    'From the submission, or the last attempt, until the queue is told.',
    WAIT_SECONDS,
  );
  const stalled = counter('processing_stalled', 'Jobs that the queue has lost and that were put back.');
  return {
    'article.received': () => received(),
    'article.refused': (fields) => refused({ code: code(fields.code) }),
    'article.superseded': () => ended({ how: 'superseded' }),
    'article.purged': ({ reason }) => ended({ how: reason === 'asked' ? 'purged' : 'expired' }),
    'article.replayed': () => replayed(),
    'article.queued': ({ waited_seconds }) => waited({}, waited_seconds),
    'processing.stalled': () => stalled(),
  };
}
