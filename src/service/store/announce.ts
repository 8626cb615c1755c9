import type { ArticleState } from './article-state.ts';
import type { DecisionNotice } from './decision-notice.ts';

/** What a decision makes of the delivery: held back, on its way, or there to be fetched (after its hold, which the feed keeps). */
export function announce(notice: DecisionNotice | undefined): Partial<ArticleState> {
  if (!notice) return {};
  if (notice.way === 'pull') return { delivery: 'available' };
  return { delivery: notice.heldSeconds ? 'held' : 'pending' };
}
