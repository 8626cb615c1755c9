import type { Amendment } from '../../moderation/model/amendment.ts';
import type { ArticleKey } from '../store/article-key.ts';
import type { SqlSession } from '../store/sql-pool.ts';

/** What a person changed about the result of an article. */
export interface StoredAmendment {
  readonly id: string;
  /** The person's id. */
  readonly by: string;
  readonly time: Date;
  /** Null after a purge. */
  readonly amendment: Amendment | null;
}

/** The amendments of an article that stand, in the order in which they were made. */
export function readAmendments(_session: SqlSession, _key: ArticleKey): Promise<readonly StoredAmendment[]> {
  return Promise.resolve([]);
}
