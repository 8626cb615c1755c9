import type { ModeratedArticle } from '../../moderation/model/moderated-article.ts';
import { countFindings } from './count-findings.ts';
import { findTouched } from './find-touched.ts';
import type { Moderation } from './moderation.ts';
import type { StageSeconds } from './stopwatch.ts';

/** A queue is filtered by them, not read: an article of thousands of findings needs no more. */
const MOST_RULES = 50;
/** Characters of a title in a row of the queue. */
const MOST_TITLE = 500;

/** What a queue is filtered by and shows of a result. */
export function toQueued({
  findings,
  article,
}: Pick<ModeratedArticle, 'findings' | 'article'>): Pick<Moderation, 'kinds' | 'rules' | 'title'> {
  return {
    kinds: [...new Set(findings.map(({ kind }) => kind))],
    rules: [...new Set(findings.map(({ rule }) => rule))].slice(0, MOST_RULES),
    title: (article.title ?? '').slice(0, MOST_TITLE),
  };
}

/** A result as JSON text, with what store and log need beside it. `ruleset` is the version of the rules. */
export function toModeration(result: ModeratedArticle, ruleset: string, stages: StageSeconds = {}): Moderation {
  const counts = countFindings(result.findings);
  return {
    json: JSON.stringify(result),
    outcome: result.verdict.outcome,
    score: result.quality.score,
    ruleset,
    findings: result.findings.length,
    counts: { ...counts, incomplete: result.incomplete, ...stages },
    reasons: result.verdict.reasons,
    ...toQueued(result),
    ...(result.amendments && { effects: result.amendments, touched: findTouched(result.findings) }),
  };
}
