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
  readonly isAmended: boolean;
}

type Draft = Omit<StandingResult, 'isAmended'>;

/** The result of an article as it stands, with amendments where there are such. `undefined` while there is none, and after a purge. */
export async function readStandingResult(session: SqlSession, key: ArticleKey): Promise<StandingResult | undefined> {
  const { rows } = await session.query<Draft>(
    'SELECT json, sha256 FROM copydesk.drafts WHERE tenant = $1 AND article_id = $2 AND revision = $3',
    [key.tenant, key.articleId, key.revision],
  );
  if (rows[0]) return { ...rows[0], isAmended: true };
  const json = await readResult(session, key);
  if (json === undefined) return undefined;
  return { json, sha256: createHash('sha256').update(json).digest('hex'), isAmended: false };
}
