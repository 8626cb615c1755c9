import type { SqlSession } from '../../store/sql-pool.ts';
import type { Answer } from '../send-answer.ts';
import { RESULT_SLOT, type StoredAnswer } from './stored-answer.ts';

/** The answer with the result that it stands for; `null` when that was purged meanwhile. */
export async function fillResult(session: SqlSession, { status, headers, body, resultOf }: StoredAnswer): Promise<Answer> {
  if (!resultOf) return { status, headers, body };
  const { rows } = await session.query<{ json: string }>(
    'SELECT json FROM copydesk.results WHERE article_id = $1 AND revision = $2 AND run = $3 AND tenant = $4',
    [resultOf.articleId, resultOf.revision, resultOf.run, resultOf.tenant],
  );
  return { status, headers, body: body.replace(RESULT_SLOT, () => rows[0]?.json ?? 'null') };
}
