import { SpanKind } from '@opentelemetry/api';
import type { LogEvent } from '../../../schema/log-events.ts';

/** What a line becomes. */
export interface StepSpan {
  /** The event's when absent. */
  readonly name?: string;
  readonly kind: SpanKind;
  readonly isError?: boolean;
  /** The code with which it is an error. */
  readonly errorCode?: string;
  /** The field with the step's seconds; absent: it ends with its line. */
  readonly seconds?: 'request_seconds';
}

const STEP: StepSpan = { kind: SpanKind.INTERNAL };
const ATTEMPT: StepSpan = { name: 'processing.attempt', kind: SpanKind.CONSUMER };
const DELIVERY: StepSpan = { name: 'delivery.attempt', kind: SpanKind.CLIENT, seconds: 'request_seconds' };

/** Lines that end a step. Those that begin one, or say more of one, or tell of the service, are no spans. */
export const STEP_SPANS: { readonly [Event in LogEvent]?: StepSpan } = {
  'request.answered': { kind: SpanKind.SERVER },
  'article.received': STEP,
  'article.superseded': STEP,
  'article.replayed': STEP,
  'article.purged': STEP,
  'article.queued': { kind: SpanKind.PRODUCER },
  'article.cleaned': ATTEMPT,
  'processing.failed': { ...ATTEMPT, isError: true },
  'processing.abandoned': { ...ATTEMPT, errorCode: 'not_stored' },
  'processing.stalled': { ...STEP, isError: true },
  'delivery.succeeded': DELIVERY,
  'delivery.failed': { ...DELIVERY, isError: true },
  'delivery.dead_lettered': { ...STEP, isError: true },
  'delivery.replayed': STEP,
  'delivery.shelved': STEP,
  'review.claimed': STEP,
  'review.released': STEP,
  'review.lease_expired': STEP,
  'review.escalated': STEP,
  'review.noted': STEP,
  'review.decided': STEP,
  'review.checked': STEP,
  'decision.undone': STEP,
  'appeal.opened': STEP,
  'appeal.decided': STEP,
  'span.restored': STEP,
  'span.removed': STEP,
  'text.edited': STEP,
  'finding.reclassified': STEP,
  'entity.rejected': STEP,
  'topic.rejected': STEP,
  'topic.added': STEP,
  'amendment.withdrawn': STEP,
};
