import type { ArticleState } from '../store/article-state.ts';
import { aboutArticle } from '../telemetry/about-article.ts';
import type { Log } from '../telemetry/open-log.ts';
import { startSpan } from '../telemetry/trace.ts';
import type { ClaimedDelivery } from './claimed-delivery.ts';
import type { Recorded } from './record-outcomes.ts';

function about({ article, id, attempt }: ClaimedDelivery, state: ArticleState = article.state) {
  return { ...aboutArticle({ ...article, state }), delivery: id, delivery_attempt: attempt };
}

export function logAttempted(log: Log, claim: ClaimedDelivery): void {
  log('delivery.attempted', about(claim), claim.trace);
}

function logFailed(log: Log, { claim, result, state, waitSeconds, steps: [failed, dead] }: Recorded): void {
  if (result.kind !== 'failed') return;
  const { code, status, seconds } = result;
  const retry = state === 'retrying' ? { retry_seconds: Math.round(waitSeconds * 1000) / 1000 } : {};
  log(
    'delivery.failed',
    { ...about(claim, failed), request_seconds: seconds, code, ...(status !== undefined && { status }), ...retry },
    claim.trace,
  );
  if (state !== 'dead') return;
  const { delivery_attempt: delivery_attempts, ...rest } = about(claim, dead);
  log('delivery.dead_lettered', { ...rest, delivery_attempts, code }, startSpan(claim.article.traceId, claim.trace));
}

/** Writes a line, or two, for each attempt that was recorded. */
export function logRecorded(log: Log, recorded: readonly Recorded[]): void {
  for (const one of recorded) {
    const { claim, result } = one;
    if (result.kind === 'failed') logFailed(log, one);
    else {
      const fields = { ...about(claim, one.steps[0]), status: result.status, request_seconds: result.seconds };
      log('delivery.succeeded', fields, claim.trace);
    }
  }
}
