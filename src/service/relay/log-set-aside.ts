import type { StoredArticle } from '../store/stored-article.ts';
import type { Log } from '../telemetry/open-log.ts';
import { startSpan } from '../telemetry/trace.ts';

/** Says that an article's state does not allow what the relay has to record of it: the others go on without it. */
export function logSetAside(log: Log, { traceId }: StoredArticle): void {
  log('service.failed', { code: 'transition', component: 'relay' }, startSpan(traceId));
}
