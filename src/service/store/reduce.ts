import { announce } from './announce.ts';
import type { ArticleEvent, ArticleEventName } from './article-event.ts';
import type { ArticleState, DeliveryState, ProcessingState } from './article-state.ts';
import { isReviewEvent } from './is-review-event.ts';
import type { ReviewEvent } from './review-event.ts';
import { refuseReview, stepReview } from './step-review.ts';

/** An event that the state does not allow: a programmer's error, or a stale writer that must not win. */
export class TransitionError extends Error {
  override readonly name = 'TransitionError';

  constructor(event: ArticleEventName, state: string) {
    super(`${event} cannot follow the state ${state}`);
  }
}

const UNDER_WAY: readonly ProcessingState[] = ['received', 'queued', 'processing', 'retrying'];
const OVER: readonly ProcessingState[] = ['cleaned', 'dead'];
/** People look at what was cleaned. */
const REVIEWED: readonly ProcessingState[] = ['cleaned'];
const DECIDED: readonly DeliveryState[] = ['held', 'pending', 'retrying', 'delivering'];
/** `available`: the tenant may have got a webhook since the decision, before its hold was over. */
const SENDABLE: readonly DeliveryState[] = [...DECIDED, 'available'];

/** What each event needs of the processing. */
const ALLOWED: Readonly<Record<Exclude<ArticleEventName, ReviewEvent['name']>, readonly ProcessingState[]>> = {
  'article.received': [],
  'article.queued': ['received', 'retrying'],
  // `received`: the job may be taken before the relay has recorded that it was queued. `processing`: a second delivery
  // after its first taker died.
  'processing.started': UNDER_WAY,
  // `queued` and `retrying`: the attempts are used up and the worker of the last one has died.
  'processing.failed': ['queued', 'retrying', 'processing'],
  'processing.stalled': ['queued', 'processing', 'retrying'],
  'article.cleaned': ['processing'],
  'article.accepted': ['cleaned'],
  'article.flagged': ['cleaned'],
  'article.superseded': [...UNDER_WAY, ...OVER],
  'article.replayed': OVER,
  'article.purged': [...UNDER_WAY, ...OVER, 'superseded'],
  'delivery.attempted': OVER,
  'delivery.succeeded': OVER,
  'delivery.failed': OVER,
  'delivery.dead_lettered': OVER,
  'delivery.shelved': OVER,
  'delivery.replayed': OVER,
};

/** What each event needs of the delivery; one that is not named needs nothing. */
const DELIVERY_ALLOWED: Readonly<Partial<Record<ArticleEventName, readonly DeliveryState[]>>> = {
  // `held`: until it is sent for the first time, nothing happens to it.
  'delivery.attempted': SENDABLE,
  'delivery.succeeded': ['delivering'],
  'delivery.failed': ['delivering'],
  'delivery.dead_lettered': SENDABLE,
  'delivery.shelved': ['held'],
  // `held`: the webhook was taken away before the hold was over, and no event said so yet, as in older chains.
  'delivery.replayed': ['dead', 'delivered', 'available', 'held'],
};

/** An undelivered decision is told to nobody any more. */
function cancel(delivery: DeliveryState): DeliveryState {
  return DECIDED.includes(delivery) ? 'cancelled' : delivery;
}

/** Nothing of a review stands. */
const UNREVIEWED = { review: 'none', claimant: null, decision: null } as const;

function supersede(state: ArticleState): Partial<ArticleState> {
  const processing = UNDER_WAY.includes(state.processing) ? 'superseded' : state.processing;
  return { ...UNREVIEWED, processing, delivery: cancel(state.delivery), superseded: true, unended: 0 };
}

function purge(state: ArticleState): Partial<ArticleState> {
  const processing = UNDER_WAY.includes(state.processing) ? 'superseded' : state.processing;
  return { ...UNREVIEWED, processing, delivery: cancel(state.delivery), purged: true, unended: 0 };
}

function step(state: ArticleState, event: ArticleEvent): Partial<ArticleState> {
  if (isReviewEvent(event)) return stepReview(event);
  switch (event.name) {
    case 'article.received':
      return {};
    case 'article.queued':
      return { processing: 'queued' };
    case 'processing.started':
      return { processing: 'processing', attempt: event.data.attempt, unended: state.unended + 1 };
    case 'processing.failed':
      return { processing: event.data.final ? 'dead' : 'retrying', unended: 0, ...announce(event.data.delivery) };
    case 'processing.stalled':
      return { processing: 'retrying' };
    case 'article.cleaned':
      return { processing: 'cleaned', unended: 0 };
    case 'article.accepted':
      return announce(event.data.delivery);
    case 'article.flagged':
      return { review: 'flagged', ...announce(event.data.delivery) };
    case 'article.superseded':
      return supersede(state);
    case 'article.replayed':
      return { ...UNREVIEWED, processing: 'received', delivery: cancel(state.delivery), attempt: 0, run: event.data.run };
    case 'article.purged':
      return purge(state);
    case 'delivery.attempted':
      return { delivery: 'delivering' };
    case 'delivery.succeeded':
      return { delivery: 'delivered' };
    case 'delivery.failed':
      return { delivery: 'retrying' };
    case 'delivery.dead_lettered':
      return { delivery: 'dead' };
    case 'delivery.shelved':
      return { delivery: 'available' };
    case 'delivery.replayed':
      return { delivery: 'pending' };
    default:
      return event satisfies never;
  }
}

function refuse(state: ArticleState, event: ArticleEvent): void {
  const allowed = isReviewEvent(event) ? REVIEWED : ALLOWED[event.name];
  if (!allowed.includes(state.processing)) throw new TransitionError(event.name, state.processing);
  const deliveries = DELIVERY_ALLOWED[event.name];
  if (deliveries && !deliveries.includes(state.delivery)) throw new TransitionError(event.name, `delivery ${state.delivery}`);
  if (state.purged) throw new TransitionError(event.name, 'purged');
  if (state.superseded && event.name !== 'article.purged') throw new TransitionError(event.name, 'superseded');
  const reason = isReviewEvent(event) ? refuseReview(state, event) : undefined;
  if (reason !== undefined) throw new TransitionError(event.name, reason);
}

/** The state after an event; `undefined` is the state before the first. Pure. Throws `TransitionError`. */
export function reduce(state: ArticleState | undefined, event: ArticleEvent): ArticleState {
  if (state === undefined) {
    if (event.name !== 'article.received') throw new TransitionError(event.name, 'nothing');
    const counters = { attempt: 0, unended: 0, run: 1, version: 1, fence: 0 };
    return { ...UNREVIEWED, processing: 'received', delivery: 'none', superseded: false, purged: false, ...counters };
  }
  refuse(state, event);
  return { ...state, ...step(state, event), version: state.version + 1 };
}
