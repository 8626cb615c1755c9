import type { ModeratedArticle } from '../../../index.ts';
import type { SqlSession } from '../../store/sql-pool.ts';
import type { StoredArticle } from '../../store/stored-article.ts';
import { judgeSpans } from './judge-spans.ts';

const INSERT = `WITH replaced AS (
    UPDATE copydesk.span_verdicts SET replaced_by = $4
     WHERE tenant = $1 AND article_id = $2 AND revision = $3 AND replaced_by IS NULL AND number < $4
  )
  INSERT INTO copydesk.span_verdicts (tenant, article_id, revision, number, rule, kind, verdict, spans, source, decided_at)
  SELECT $1, $2, $3, $4, v.rule, v.kind, v.verdict, v.spans, $5, $6
    FROM jsonb_to_recordset($7::jsonb) AS v(rule text, kind text, verdict text, spans integer)`;

/**
 * Writes what a decision says of the rules of the result that it is about, beside the decision, whose event was just appended. On an appeal it takes
 * the place of what was said before. Who rejects an article says nothing of its spans: `json` is undefined then.
 */
export async function writeVerdicts(
  session: SqlSession,
  { key, source, state }: StoredArticle,
  json: string | undefined,
  now: Date,
): Promise<void> {
  // Stored as the library gave it.
  const judged = json === undefined ? [] : judgeSpans((JSON.parse(json) as ModeratedArticle).findings);
  const { tenant, articleId, revision } = key;
  await session.query(INSERT, [tenant, articleId, revision, state.version, source, now, JSON.stringify(judged)]);
}

// What was taken back before, by an undoing, stays so: no decision has the number of one.
const TAKE_BACK = `UPDATE copydesk.span_verdicts SET replaced_by = CASE WHEN number = $4 THEN $5::integer END
  WHERE tenant = $1 AND article_id = $2 AND revision = $3 AND (replaced_by = $4 OR number = $4 AND replaced_by IS NULL)`;

/** Takes back what a decision said; what it took the place of stands again. Both by the numbers of their events: the decision, and its undoing. */
export async function takeBackVerdicts(
  session: SqlSession,
  { key }: Pick<StoredArticle, 'key'>,
  decision: number,
  undoing: number,
): Promise<void> {
  await session.query(TAKE_BACK, [key.tenant, key.articleId, key.revision, decision, undoing]);
}
