import type { SqlSession } from '../store/sql-pool.ts';
import { toSqlText } from '../store/to-sql-text.ts';
import { DELETE_KEYS } from './delete-fingerprints.ts';
import type { Fingerprinted, StoredKeys } from './fingerprinted.ts';
import { REVISIONS } from './look-up.ts';

// The share lock waits for a purge in hand, and then sees it: nothing of a purged article comes back.
const INSERT = `WITH article AS (
    SELECT a.tenant, a.article_id, a.revision, t.shares_fingerprints AS shares
      FROM copydesk.articles a JOIN copydesk.tenants t ON t.id = a.tenant
     WHERE a.tenant = $1 AND a.article_id = $2 AND a.revision = $3 AND NOT a.purged FOR SHARE OF a
  ), added AS (
    INSERT INTO copydesk.fingerprints (tenant, article_id, revision, external_id, source, published_at, words, paragraphs, keys)
    SELECT tenant, article_id, revision, $4, $5, $6, $7, $8,
           $9::bigint[] || CASE WHEN shares THEN $10::bigint[] ELSE '{}' END
      FROM article ON CONFLICT (tenant, article_id, revision) DO NOTHING RETURNING id, keys
  )
  INSERT INTO copydesk.fingerprint_keys (key, fingerprint) SELECT k.key, a.id FROM added a, unnest(a.keys) AS k(key)
  ON CONFLICT DO NOTHING`;

/**
 * Of an article that is revised again and again, the revisions between its first ones and this one are found no more: a key has so many
 * places, and they would take all of them. What they had is still known to the article itself.
 */
const THIN = `WITH first AS (
    SELECT id FROM copydesk.fingerprints WHERE tenant = $1 AND article_id = $2 ORDER BY id LIMIT ${REVISIONS}
  ), gone AS (
    SELECT id, keys FROM copydesk.fingerprints
     WHERE tenant = $1 AND article_id = $2 AND revision < $3 AND id NOT IN (SELECT id FROM first) AND cardinality(keys) > 0
     ORDER BY id FOR UPDATE
  ), emptied AS (
    UPDATE copydesk.fingerprints f SET keys = '{}' FROM gone g WHERE f.id = g.id
  ) ${DELETE_KEYS}`;

/** Makes an article's text known to those that come after it. Known already, it keeps the time at which it became so. */
export async function storeFingerprint(session: SqlSession, article: Fingerprinted, keys: StoredKeys): Promise<void> {
  const { key, externalId, source, publishedAt, fingerprint } = article;
  const { paragraphs, words } = fingerprint;
  if (words === 0) return;
  await session.query(INSERT, [
    key.tenant,
    key.articleId,
    key.revision,
    externalId,
    source,
    publishedAt === undefined ? null : toSqlText(publishedAt),
    words,
    paragraphs,
    [...keys.own, ...keys.lines],
    keys.shared,
  ]);
  if (key.revision > REVISIONS) await session.query(THIN, [key.tenant, key.articleId, key.revision]);
}
