import type { Article } from '../../moderation/model/article.ts';
import { aboutArticle } from '../telemetry/about-article.ts';
import type { Log } from '../telemetry/open-log.ts';
import { startSpan } from '../telemetry/trace.ts';
import type { Accepted } from './accept-submissions.ts';

/** Says that an article came, when it is new, and that it took the place of another. */
export function logAccepted(log: Log, article: Article, { article: stored, isNew, latest }: Accepted): void {
  if (!isNew) return;
  const { key, traceId, state } = stored;
  log('article.received', { ...aboutArticle(key, state.attempt), characters: article.text.length }, startSpan(traceId));
  if (!latest || latest.key.revision > key.revision) return;
  const by = key.revision;
  log('article.superseded', { ...aboutArticle(latest.key, latest.state.attempt), by }, startSpan(latest.traceId));
}

/** The refusal leaves its code in the log; what was refused is nobody's article yet, and its id may be anything. */
export function logRefused(log: Log, tenant: string, code: string): void {
  log('article.refused', { tenant, code }, startSpan());
}
