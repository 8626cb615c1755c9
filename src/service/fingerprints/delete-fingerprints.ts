import type { ArticleKey } from '../store/article-key.ts';
import type { SqlSession } from '../store/sql-pool.ts';

/** What has to follow a CTE `gone` of deleted fingerprints. */
export const DELETE_KEYS = `DELETE FROM copydesk.fingerprint_keys k USING gone g, unnest(g.keys) AS x(key)
  WHERE k.key = x.key AND k.fingerprint = g.id`;

const DELETE = `WITH gone AS (
    DELETE FROM copydesk.fingerprints f USING jsonb_to_recordset($1::jsonb) AS k(tenant text, article_id text, revision integer)
     WHERE f.tenant = k.tenant AND f.article_id = k.article_id AND f.revision = k.revision RETURNING f.id, f.keys
  ) ${DELETE_KEYS}`;

/** Forgets what the texts of articles are found by. Belongs to the transaction that purges them. */
export async function deleteFingerprints(session: SqlSession, keys: readonly ArticleKey[]): Promise<void> {
  const rows = keys.map(({ tenant, articleId, revision }) => ({ tenant, article_id: articleId, revision }));
  await session.query(DELETE, [JSON.stringify(rows)]);
}
