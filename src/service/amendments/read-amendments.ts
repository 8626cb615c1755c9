import type { Amendment } from '../../moderation/model/amendment.ts';
import type { ArticleKey } from '../store/article-key.ts';
import type { SqlSession } from '../store/sql-pool.ts';

/** An amendment of the list that stands now. */
export interface StoredAmendment {
  readonly id: string;
  /** The id of the person whose it is. */
  readonly by: string;
  readonly time: Date;
  /** SHA-256 of the content, as hexadecimal digits. */
  readonly sha256: string;
  /** Null after a purge. */
  readonly amendment: Amendment | null;
}

interface Row {
  readonly id: string;
  readonly by: string;
  readonly time: Date;
  readonly sha256: string;
  readonly content: string;
}

function toStored({ id, by, time, sha256, content }: Row): StoredAmendment {
  // Written by `amendArticle` from checked amendments.
  return { id, by, time, sha256, amendment: content === '' ? null : (JSON.parse(content) as Amendment) };
}

/** The amendments of an article that stand, in the order in which they were made. */
export async function readAmendments(
  session: SqlSession,
  { tenant, articleId, revision }: ArticleKey,
): Promise<readonly StoredAmendment[]> {
  const { rows } = await session.query<Row>(
    `SELECT id, person AS by, created_at AS time, sha256, content FROM copydesk.amendments
      WHERE tenant = $1 AND article_id = $2 AND revision = $3 AND state = 'live' ORDER BY seq`,
    [tenant, articleId, revision],
  );
  return rows.map(toStored);
}
