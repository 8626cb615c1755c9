import { type Prepared, toArguments } from '../../store/insert-articles.ts';
import type { SqlSession } from '../../store/sql-pool.ts';
import { ProblemError } from '../problem-error.ts';
import type { Answer } from '../send-answer.ts';

/** What names a request that may be sent more than once. */
export interface OnceKey {
  readonly tenant: string;
  readonly key: string;
  /** Of the method, the address and the body. */
  readonly requestSha256: string;
}

/** A result that stands in the place of `RESULT_SLOT` when the answer is given. */
export interface ResultOf {
  readonly tenant: string;
  readonly articleId: string;
  readonly revision: number;
  readonly run: number;
}

/** An answer as it is stored. */
export interface StoredAnswer extends Answer {
  readonly resultOf?: ResultOf;
}

/** No JSON text holds a bare control character, so this cannot stand in a body by itself. */
export const RESULT_SLOT = '\u001a';

interface Row {
  readonly request_sha256: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly is_settled: boolean;
  readonly article_id: string | null;
  readonly result: string | null;
}

/** Takes the key in this transaction; false when there is an answer already. Waits for another transaction that has taken it. */
export async function takeKey(session: SqlSession, once: OnceKey, now: Date): Promise<boolean> {
  const { rows } = await session.query(
    `INSERT INTO copydesk.idempotency (tenant, key, request_sha256, started_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (tenant, key) DO NOTHING RETURNING 1`,
    [once.tenant, once.key, once.requestSha256, now],
  );
  return rows.length > 0;
}

/**
 * Stores the answer in the transaction that has taken the key. With `waitMs` it may still be settled for so long; until then
 * nobody else is given it.
 */
export async function storeAnswer(session: SqlSession, once: OnceKey, answer: Answer, waitMs: number): Promise<void> {
  const { status, headers, body } = answer;
  await session.query(
    `UPDATE copydesk.idempotency SET status = $3, headers = $4, body = $5,
       settles_at = CASE WHEN $6::integer > 0 THEN clock_timestamp() + $6::integer * interval '1 millisecond' END
      WHERE tenant = $1 AND key = $2`,
    [once.tenant, once.key, status, JSON.stringify(headers), body, waitMs],
  );
}

/** Puts the awaited answer in the place of the first one. False when it is too late: others may have had the first one. */
export async function settleAnswer(session: SqlSession, once: OnceKey, answer: StoredAnswer): Promise<boolean> {
  const { status, headers, body, resultOf } = answer;
  const place = [resultOf?.articleId ?? null, resultOf?.revision ?? null, resultOf?.run ?? null];
  const { rows } = await session.query(
    `UPDATE copydesk.idempotency
        SET status = $3, headers = $4, body = $5, article_id = $6, revision = $7, run = $8, settles_at = NULL
      WHERE tenant = $1 AND key = $2 AND settles_at > clock_timestamp() RETURNING 1`,
    [once.tenant, once.key, status, JSON.stringify(headers), body, ...place],
  );
  return rows.length > 0;
}

/** How a request that is sent with its answer at once came to stand. */
export type AtOnce = 'inserted' | 'key_taken' | 'known';

/**
 * Takes the key, inserts the articles and stores the answer in one statement. `key_taken`: another request has the key. `known`: an
 * article is not new. In both cases nothing is done. Waits `patienceMs` for others at most, then rejects with SQLSTATE 55P03.
 */
export async function insertOnce(
  session: SqlSession,
  { tenant, key, requestSha256 }: OnceKey,
  { status, headers, body }: Answer,
  { settleMs, patienceMs }: { readonly settleMs: number; readonly patienceMs: number },
  prepared: Prepared,
): Promise<AtOnce> {
  const { rows } = await session.query<{ outcome: AtOnce }>(
    'SELECT copydesk.insert_once($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) AS outcome',
    [tenant, key, requestSha256, status, JSON.stringify(headers), body, settleMs, patienceMs, ...toArguments(prepared)],
  );
  return rows[0]?.outcome ?? 'known';
}

const READ = `SELECT i.request_sha256, i.status, i.headers, i.body, coalesce(i.settles_at <= clock_timestamp(), true) AS is_settled,
    i.article_id, r.json AS result
  FROM copydesk.idempotency i LEFT JOIN copydesk.results r USING (tenant, article_id, revision, run)
  WHERE i.tenant = $1 AND i.key = $2`;

/**
 * The answer that was given to the request, `unsettled` while its first sender may still change it, or `undefined`. Throws
 * `ProblemError` when the key was used for another request, or when the content of the answer was purged.
 */
export async function readAnswer(session: SqlSession, once: OnceKey): Promise<Answer | 'unsettled' | undefined> {
  const { rows } = await session.query<Row>(READ, [once.tenant, once.key]);
  const [row] = rows;
  if (!row) return undefined;
  if (row.request_sha256 !== once.requestSha256) throw new ProblemError('idempotency_key_reuse');
  if (!row.is_settled) return 'unsettled';
  if (row.article_id !== null && row.result === null) throw new ProblemError('purged');
  return { status: row.status, headers: row.headers, body: row.body.replace(RESULT_SLOT, () => row.result ?? 'null') };
}
