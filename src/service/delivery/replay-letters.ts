import { RefusedError } from '../intake/refused-error.ts';
import { replayArticle } from '../store/replay-article.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import type { Log } from '../telemetry/open-log.ts';
import type { DeadLetter } from './list-dead.ts';
import { type ReplayOutcome, replayDeliveries } from './replay-deliveries.ts';

export interface ReplayedLetter {
  readonly id: string;
  /** `replayed`, or why not. */
  readonly outcome: ReplayOutcome;
}

async function replayOne(pool: SqlPool, log: Log, { tenant, articleId, revision }: DeadLetter): Promise<ReplayOutcome> {
  try {
    return (await replayArticle(pool, log, { tenant, articleId, revision })) ? 'replayed' : 'unknown';
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return error.code === 'under_way' ? 'under_way' : 'stale';
  }
}

/** Moderates dead articles anew and sends dead deliveries again. At most some hundred at a time. */
export async function replayLetters(pool: SqlPool, log: Log, letters: readonly DeadLetter[]): Promise<readonly ReplayedLetter[]> {
  const replayed: ReplayedLetter[] = [];
  const articles = letters.filter(({ kind }) => kind === 'article');
  for (const letter of articles) replayed.push({ id: letter.id, outcome: await replayOne(pool, log, letter) });
  // An article's newer decision takes the place of the one that could not be delivered.
  const anew = new Set(articles.map(({ articleId }) => articleId));
  const ids = letters.filter(({ kind, articleId }) => kind === 'delivery' && !anew.has(articleId)).map(({ id }) => id);
  const outcomes = ids.length === 0 ? [] : [...(await replayDeliveries(pool, log, ids))];
  return [...replayed, ...outcomes.map(([id, outcome]) => ({ id, outcome }))];
}
