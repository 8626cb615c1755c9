import type { Article } from '../../moderation/model/article.ts';
import { reduce } from '../store/reduce.ts';
import { aboutArticle } from '../telemetry/about-article.ts';
import type { Log } from '../telemetry/open-log.ts';
import { type Cause, startSpan } from '../telemetry/trace.ts';
import type { Accepted } from './accepted.ts';

/** How every article begins, whatever has become of it since. */
const RECEIVED = reduce(undefined, { name: 'article.received', data: { sha256: '' } });

/** Says that an article came, when it is new, and which revisions are superseded since. Taking it in began with its cause. */
export function logAccepted(log: Log, article: Article, accepted: Accepted, cause?: Cause): void {
  const { article: stored, isNew, superseded = [] } = accepted;
  if (!isNew) return;
  const received = { ...stored, state: RECEIVED };
  const trace = { ...startSpan(stored.traceId, cause), ...(cause?.startedAt !== undefined && { startedAt: cause.startedAt }) };
  log('article.received', { ...aboutArticle(received), characters: article.text.length }, trace);
  for (const { article: old, by } of superseded) {
    const after = { ...old, state: reduce(old.state, { name: 'article.superseded', data: { by } }) };
    log('article.superseded', { ...aboutArticle(after), by }, startSpan(old.traceId));
  }
}

/** The refusal leaves its code in the log; what was refused is nobody's article yet, and its id may be anything. */
export function logRefused(log: Log, tenant: string, code: string): void {
  log('article.refused', { tenant, code }, startSpan());
}
