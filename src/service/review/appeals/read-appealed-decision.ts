import { createHash } from 'node:crypto';
import type { ArticleKey } from '../../store/article-key.ts';
import { readResult } from '../../store/read-result.ts';
import type { ReviewDecision } from '../../store/review-event.ts';
import type { SqlSession } from '../../store/sql-pool.ts';
import type { StandingDecision } from '../read-decisions.ts';

/** What an appeal is against. */
export interface AppealedDecision {
  readonly decision: ReviewDecision;
  /** SHA-256 of the result that it is about, the machine's where the machine decided; null after a purge. */
  readonly result: string | null;
}

/** The decision that an appeal is against, of those that stand, the newest last. `undefined` while there is none. */
export async function readAppealedDecision(
  session: SqlSession,
  key: ArticleKey,
  decisions: readonly StandingDecision[],
): Promise<AppealedDecision | undefined> {
  const newest = decisions.at(-1);
  if (!newest) return undefined;
  const { decision, by, result } = newest;
  if (by !== null) return { decision, result };
  const json = await readResult(session, key);
  return { decision, result: json === undefined ? null : createHash('sha256').update(json).digest('hex') };
}
