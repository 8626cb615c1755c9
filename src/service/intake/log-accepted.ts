import type { Article } from '../../moderation/model/article.ts';
import { aboutArticle } from '../telemetry/about-article.ts';
import type { Log } from '../telemetry/open-log.ts';
import { startSpan } from '../telemetry/trace.ts';
import type { Accepted } from './accepted.ts';

/** Says that an article came, when it is new, and which revisions are superseded since. */
export function logAccepted(log: Log, article: Article, { article: stored, isNew, superseded = [] }: Accepted): void {
  if (!isNew) return;
  const { key, traceId, state } = stored;
  log('article.received', { ...aboutArticle(key, state.attempt), characters: article.text.length }, startSpan(traceId));
  for (const { article: old, by } of superseded) {
    log('article.superseded', { ...aboutArticle(old.key, old.state.attempt), by }, startSpan(old.traceId));
  }
}

/** The refusal leaves its code in the log; what was refused is nobody's article yet, and its id may be anything. */
export function logRefused(log: Log, tenant: string, code: string): void {
  log('article.refused', { tenant, code }, startSpan());
}
