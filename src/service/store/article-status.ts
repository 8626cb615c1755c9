import type { ArticleState } from './article-state.ts';

export const ARTICLE_STATUSES = ['pending', 'accepted', 'flagged', 'rejected', 'dead', 'superseded', 'purged'] as const;
/** Where an article stands, in one word, for lists. */
export type ArticleStatus = (typeof ARTICLE_STATUSES)[number];

export function articleStatus(state: ArticleState): ArticleStatus {
  if (state.purged) return 'purged';
  if (state.superseded) return 'superseded';
  if (state.processing === 'dead') return 'dead';
  if (['flagged', 'escalated', 'appealed'].includes(state.review)) return 'flagged';
  if (state.decision === 'rejected') return 'rejected';
  return state.processing === 'cleaned' ? 'accepted' : 'pending';
}
