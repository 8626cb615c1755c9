import type { ArticleKey } from '../store/article-key.ts';
import type { SqlSession } from '../store/sql-pool.ts';
import type { StoredKeys } from './fingerprinted.ts';

/** Newest holders of a key that are counted: what more articles share is no sign of one. */
const HOLDERS = 20;
/** Articles of a source that a line is counted in; more are not counted. */
const LINE_HOLDERS = 30;
/** Fingerprints, by shared keys, that are looked at more closely. */
const LOOKED_AT = 60;
/** Articles that are compared word for word, and their words in all; one key alone is more often chance than a copy. */
const COMPARED = 5;
const COMPARED_BY_ONE = 2;
const COMPARED_WORDS = 100_000;
/** Earlier revisions of the article itself: the first ones, which tell since when it has its text. */
export const REVISIONS = 3;
/** Articles that came to workers within so many seconds may not have seen each other: then both look. */
const RACE_SECONDS = 10;

/** A row of the look-up: another article, an earlier revision of this one, a line with the articles that hold it, or the last fingerprint that counted. */
export interface FoundRow {
  readonly kind: 'article' | 'own' | 'line' | 'bound';
  /** Its place in the order in which articles were received; of the last fingerprint, its number. */
  readonly place: string | null;
  readonly tenant: string | null;
  readonly article_id: string | null;
  readonly revision: number | null;
  readonly external_id: string | null;
  readonly source: string | null;
  readonly published_at: string | null;
  readonly received_at: Date | null;
  readonly paragraphs: Uint8Array | null;
  readonly key: string | null;
  readonly articles: number | null;
  readonly external_ids: readonly string[] | null;
}

// `held`: a key that many hold says little about each of them. Its place in the fingerprint is the same in both scopes, and counts once.
// `bound`: what became known long after this article cannot be what it was copied from.
// `until`: when an article is moderated again, or earlier revisions of it have no fingerprint any more, nobody can tell by fingerprints since
// when it has its text; then nothing counts that was received after it.
const LOOK_UP = `WITH me AS (
    SELECT f.id, f.stored_at, t.shares_fingerprints AS shares,
           (SELECT min(a.received_at) + make_interval(secs => ${RACE_SECONDS}) FROM copydesk.articles a
             WHERE a.tenant = $1 AND a.article_id = $2
               AND (a.revision = $3 AND a.run > 1 OR a.revision < $3 AND NOT EXISTS (SELECT FROM copydesk.fingerprints x
                      WHERE x.tenant = a.tenant AND x.article_id = a.article_id AND x.revision = a.revision))) AS until
      FROM copydesk.tenants t
      LEFT JOIN copydesk.fingerprints f ON f.tenant = t.id AND f.article_id = $2 AND f.revision = $3
     WHERE t.id = $1
  ), bound AS (
    SELECT id FROM copydesk.fingerprints
     WHERE stored_at <= (SELECT stored_at FROM me) + make_interval(secs => ${RACE_SECONDS}) ORDER BY stored_at DESC, id DESC LIMIT 1
  ), held AS (
    SELECT h.fingerprint, k.place, 1.0::float8 / count(*) OVER (PARTITION BY k.key) AS share
      FROM (SELECT * FROM unnest($4::bigint[]) WITH ORDINALITY AS own(key, place)
            UNION ALL SELECT * FROM unnest(CASE WHEN (SELECT shares FROM me) THEN $5::bigint[] END) WITH ORDINALITY AS shared(key, place)) k
     CROSS JOIN LATERAL (SELECT fingerprint FROM copydesk.fingerprint_keys x
                          WHERE x.key = k.key AND x.fingerprint <= (SELECT id FROM bound)
                          ORDER BY x.fingerprint DESC LIMIT ${HOLDERS}) h
  ), hits AS (
    SELECT fingerprint, sum(share) AS shared, count(*) > 1 AS several
      FROM (SELECT fingerprint, place, max(share) AS share FROM held GROUP BY fingerprint, place) key
     GROUP BY fingerprint ORDER BY several DESC, shared DESC, fingerprint DESC LIMIT ${LOOKED_AT}
  ), others AS (
    SELECT DISTINCT ON (f.tenant, f.article_id) f.id, h.shared, h.several, f.words
      FROM hits h JOIN copydesk.fingerprints f ON f.id = h.fingerprint
      JOIN copydesk.articles a ON a.tenant = f.tenant AND a.article_id = f.article_id AND a.revision = f.revision
     WHERE NOT (f.tenant = $1 AND f.article_id = $2)
       AND a.received_at <= coalesce((SELECT until FROM me), 'infinity')
       AND (f.tenant = $1 OR EXISTS (SELECT FROM copydesk.tenants t WHERE t.id = f.tenant AND t.shares_fingerprints))
     ORDER BY f.tenant, f.article_id, h.shared DESC, f.id DESC
  ), likely AS (
    SELECT *, row_number() OVER (PARTITION BY several ORDER BY shared DESC, id DESC) AS among FROM others
  ), ranked AS (
    SELECT id, row_number() OVER w AS place, sum(words) OVER w AS words FROM likely
     WHERE several OR among <= ${COMPARED_BY_ONE} WINDOW w AS (ORDER BY shared DESC, id DESC)
  ), chosen AS (
    SELECT id, 'article' AS kind, place FROM ranked WHERE place <= ${COMPARED} AND words <= ${COMPARED_WORDS}
    UNION ALL
    (SELECT f.id, 'own', f.id FROM copydesk.fingerprints f
      WHERE f.tenant = $1 AND f.article_id = $2 AND f.revision <> $3 AND f.id < (SELECT id FROM me)
      ORDER BY f.id LIMIT ${REVISIONS})
  ), lines AS (
    SELECT k.key, count(DISTINCT f.article_id)::int AS articles, (array_agg(DISTINCT f.external_id))[1:5] AS external_ids
      FROM unnest($6::bigint[]) AS k(key)
     CROSS JOIN LATERAL (SELECT fingerprint FROM copydesk.fingerprint_keys x
                          WHERE x.key = k.key AND x.fingerprint <= (SELECT id FROM bound)
                          ORDER BY x.fingerprint DESC LIMIT ${LINE_HOLDERS}) h
      JOIN copydesk.fingerprints f ON f.id = h.fingerprint
     WHERE f.tenant = $1 AND f.source = $7 AND f.article_id <> $2 GROUP BY k.key
  )
  SELECT c.kind, a.seq::text AS place, f.tenant, f.article_id, f.revision, f.external_id, f.source, f.published_at, a.received_at, f.paragraphs,
         NULL::text AS key, NULL::int AS articles, NULL::text[] AS external_ids
    FROM chosen c JOIN copydesk.fingerprints f ON f.id = c.id
    JOIN copydesk.articles a ON a.tenant = f.tenant AND a.article_id = f.article_id AND a.revision = f.revision
  UNION ALL
  SELECT 'line', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, key::text, articles, external_ids FROM lines
  UNION ALL
  SELECT 'bound', id::text, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM bound`;

/** What other articles share with one whose fingerprint is stored, in one statement. */
export async function lookUp(
  session: SqlSession,
  key: ArticleKey,
  source: string,
  keys: StoredKeys,
): Promise<readonly FoundRow[]> {
  const params = [key.tenant, key.articleId, key.revision, keys.own, keys.shared, keys.lines, source];
  const { rows } = await session.query<FoundRow>(LOOK_UP, params);
  return rows;
}
