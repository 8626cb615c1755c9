import { createHash } from 'node:crypto';
import type { ArticleKey } from '../store/article-key.ts';
import { readResult } from '../store/read-result.ts';
import type { SqlSession } from '../store/sql-pool.ts';

/** What a decision on an article would be about. */
export interface StandingResult {
  /** A moderated article, as JSON text. */
  readonly json: string;
  /** SHA-256 of its bytes, as hexadecimal digits. */
  readonly sha256: string;
}

/** The result of an article as it stands. `undefined` while there is none, and after a purge. */
export async function readStandingResult(session: SqlSession, key: ArticleKey): Promise<StandingResult | undefined> {
  const json = await readResult(session, key);
  if (json === undefined) return undefined;
  return { json, sha256: createHash('sha256').update(json).digest('hex') };
}
