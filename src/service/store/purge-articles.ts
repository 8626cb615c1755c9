import { deleteFingerprints } from '../fingerprints/delete-fingerprints.ts';
import { appendToAll } from './append-to-all.ts';
import type { SqlSession } from './sql-pool.ts';
import type { StoredArticle } from './stored-article.ts';
import { toDecidedPayload } from './to-decided-payload.ts';

/** Why content goes: its publisher asked for it, or it is too old. */
export type PurgeReason = 'asked' | 'retention';

/**
 * An article without content. The row's hash goes too, so that the same content may come again; that of the event `article.received` stays, and
 * can show that a text somebody has is the one that was sent.
 */
const EMPTY = JSON.stringify({ id: '', text: '' });

const OF_KEYS = `jsonb_to_recordset($1::jsonb) AS k(tenant text, article_id text, revision integer)
  WHERE x.tenant = k.tenant AND x.article_id = k.article_id AND x.revision = k.revision`;

const STATEMENTS = [
  `UPDATE copydesk.articles x SET input = '${EMPTY}', input_sha256 = '', title = '', result_title = '', search = '' FROM ${OF_KEYS}`,
  `DELETE FROM copydesk.results x USING ${OF_KEYS}`,
  `UPDATE copydesk.amendments x SET content = '' FROM ${OF_KEYS}`,
  `DELETE FROM copydesk.drafts x USING ${OF_KEYS}`,
  `DELETE FROM copydesk.decided x USING ${OF_KEYS}`,
  `UPDATE copydesk.appeals x SET text = '', decided_at = coalesce(decided_at, now()),
     closed_reason = CASE WHEN decided_at IS NULL THEN 'purged' ELSE closed_reason END FROM ${OF_KEYS}`,
  `UPDATE copydesk.notes x SET text = '' FROM ${OF_KEYS}`,
  `UPDATE copydesk.rule_examples x SET content = '' FROM ${OF_KEYS}`,
  `DELETE FROM copydesk.span_verdicts x USING ${OF_KEYS}`,
  `DELETE FROM copydesk.leases x USING ${OF_KEYS}`,
  `UPDATE copydesk.deliveries x SET state = 'cancelled', lease = NULL, lease_until = NULL
     FROM ${OF_KEYS} AND x.state IN ('held', 'pending', 'retrying', 'delivering')`,
];

/**
 * Takes the content out of articles whose rows the transaction holds, none of them purged before: text, title, search words, results
 * undelivered decisions, what people wrote of them, and what rules were proven on. Their events stay. A handful of statements, however many there are.
 */
export async function purgeArticles(
  session: SqlSession,
  articles: readonly StoredArticle[],
  reason: PurgeReason,
  now: Date,
): Promise<readonly StoredArticle[]> {
  if (articles.length === 0) return [];
  const event = { name: 'article.purged', data: { reason } } as const;
  const purged = await appendToAll(
    session,
    articles.map((article) => ({ article, events: [event] })),
    now,
  );
  const keys = JSON.stringify(
    articles.map(({ key }) => ({ tenant: key.tenant, article_id: key.articleId, revision: key.revision })),
  );
  for (const statement of STATEMENTS) await session.query(statement, [keys]);
  await deleteFingerprints(
    session,
    articles.map(({ key }) => key),
  );
  for (const { key } of articles) await session.query(`SELECT pg_notify('copydesk_decided', $1)`, [toDecidedPayload(key)]);
  return purged.map(({ steps: _, ...article }) => ({ ...article, inputSha256: '' }));
}
