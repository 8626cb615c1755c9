import type { Article } from '../../moderation/model/article.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import type { Log } from '../telemetry/open-log.ts';
import type { Cause } from '../telemetry/trace.ts';
import { acceptAlone } from './accept-submissions.ts';
import type { Accepted } from './accepted.ts';
import { logAccepted, logRefused } from './log-accepted.ts';
import { RefusedError } from './refused-error.ts';
import { toSubmission } from './submission.ts';

/**
 * Takes an article in: when this resolves, the article, its first event and its outbox row are committed, and the article
 * cannot be lost; see `acceptSubmissions`. It is part of its cause's trace. Throws `RefusedError`.
 */
export async function acceptArticle(
  pool: SqlPool,
  log: Log,
  article: Article,
  tenant = 'default',
  cause?: Cause,
): Promise<Accepted> {
  try {
    const submission = toSubmission(article, tenant, cause?.traceId);
    const [outcome] = await acceptAlone(pool, [submission], new Date());
    if (outcome === undefined) throw new Error('a submission had no outcome');
    if (outcome instanceof RefusedError) throw outcome;
    logAccepted(log, article, outcome, cause);
    return outcome;
  } catch (error) {
    if (error instanceof RefusedError) logRefused(log, tenant, error.code);
    throw error;
  }
}
