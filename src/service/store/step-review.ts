import { announce } from './announce.ts';
import type { ArticleState, ReviewState } from './article-state.ts';
import type { ReviewEvent } from './review-event.ts';

type Undone = Extract<ReviewEvent, { readonly name: 'decision.undone' }>['data'];

const ON_DESK: readonly ReviewState[] = ['flagged', 'escalated', 'appealed'];

/** What each event needs of the review; one that is not named needs nothing. */
const REVIEW_ALLOWED: Readonly<Partial<Record<ReviewEvent['name'], readonly ReviewState[]>>> = {
  'review.claimed': ON_DESK,
  // An appeal is decided as one, by somebody else than who decided before.
  'review.escalated': ['flagged'],
  'review.decided': ['flagged', 'escalated'],
  'decision.undone': ['decided'],
  'appeal.opened': ['none', 'decided'],
  'appeal.decided': ['appealed'],
  'review.checked': ['decided'],
};

/** These begin a claim: nobody else may have one. */
const CLAIMING: readonly ReviewEvent['name'][] = ['review.claimed', 'decision.undone'];
/** These need no claim. */
const OPEN: readonly ReviewEvent['name'][] = ['review.noted', 'appeal.opened', 'review.checked'];

function isClaimRight({ claimant, fence }: ArticleState, { name, data }: ReviewEvent): boolean {
  if (OPEN.includes(name) || !('fence' in data)) return true;
  if (CLAIMING.includes(name)) return claimant === null && data.fence === fence + 1;
  return claimant === data.by && data.fence === fence;
}

/**
 * Whoever was told is told of the undoing. Nobody was, when the delivery is held back still; what waits to be fetched may be, too. Whether it
 * is says its row: a webhook that comes or goes changes the way of a delivery without an event.
 */
function isToldRight({ delivery }: ArticleState, data: Undone): boolean {
  return data.told ? data.delivery !== undefined : delivery === 'held' || delivery === 'available';
}

/** Why the state does not allow the event, or `undefined`. */
export function refuseReview(state: ArticleState, event: ReviewEvent): string | undefined {
  const allowed = REVIEW_ALLOWED[event.name];
  if (allowed && !allowed.includes(state.review)) return `review ${state.review}`;
  if (!isClaimRight(state, event)) return state.claimant === null ? 'unclaimed' : `a claim with the fence ${state.fence}`;
  return event.name === 'decision.undone' && !isToldRight(state, event.data) ? `delivery ${state.delivery}` : undefined;
}

/** What an event makes of the review. */
export function stepReview(event: ReviewEvent): Partial<ArticleState> {
  switch (event.name) {
    case 'review.claimed':
      return { claimant: event.data.by, fence: event.data.fence };
    case 'review.released':
    case 'review.lease_expired':
      return { claimant: null };
    case 'review.escalated':
      return { review: 'escalated', claimant: null };
    case 'review.decided':
    case 'appeal.decided': {
      const { decision, delivery } = event.data;
      return { review: 'decided', claimant: null, decision, ...announce(delivery) };
    }
    case 'decision.undone': {
      const { by, fence, told, delivery, reopens, escalated } = event.data;
      const before = { review: escalated ? 'escalated' : 'flagged', decision: null } as const;
      return {
        ...(reopens ? { review: 'appealed', decision: reopens.decision } : before),
        claimant: by,
        fence,
        ...(told ? announce(delivery) : { delivery: 'cancelled' }),
      };
    }
    case 'appeal.opened':
      return { review: 'appealed' };
    case 'review.noted':
    case 'span.restored':
    case 'span.removed':
    case 'text.edited':
    case 'finding.reclassified':
    case 'entity.rejected':
    case 'topic.rejected':
    case 'topic.added':
    case 'amendment.withdrawn':
    case 'review.checked':
      return {};
    default:
      return event satisfies never;
  }
}
