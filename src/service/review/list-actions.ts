import type { ReviewState } from '../store/article-state.ts';
import { hasRole, type Person } from './person.ts';

/** Each act that the page can offer. */
export const DESK_ACTIONS = [
  ...(['claim', 'release', 'skip', 'escalate', 'accept', 'reject', 'amend', 'note', 'undo'] as const),
  ...(['open_appeal', 'decide_appeal', 'check', 'propose_rule'] as const),
] as const;
export type DeskAction = (typeof DESK_ACTIONS)[number];

/** What of an article says who may do what with it. */
export interface ActionFacts {
  readonly review: ReviewState;
  /** It was cleaned, its content is there, and no newer revision has taken its place. */
  readonly isOpen: boolean;
  /** Whoever has it now, by a lease that lasts still. */
  readonly claimant: string | null;
  /** Whoever made the newest decision. */
  readonly decidedBy: string | null;
  /** Second persons who have looked at the decision. */
  readonly checkedBy: readonly string[];
}

function actionsOnDesk({ review, claimant, decidedBy }: ActionFacts, person: Person): readonly DeskAction[] {
  if (claimant === null) return review !== 'escalated' || hasRole(person, 'lead') ? ['claim'] : [];
  if (claimant !== person.id) return [];
  const toLead: readonly DeskAction[] = review === 'escalated' ? [] : ['escalate'];
  if (review !== 'appealed') return ['release', 'skip', ...toLead, 'accept', 'reject', 'amend'];
  // Nobody judges an appeal against what they decided themselves.
  return ['release', 'skip', ...toLead, ...(decidedBy === person.id ? [] : (['decide_appeal', 'amend'] as const))];
}

function actionsAfter({ decidedBy, checkedBy }: ActionFacts, person: Person): readonly DeskAction[] {
  const isOwn = decidedBy === person.id;
  const canCheck = !isOwn && !checkedBy.includes(person.id);
  return [...(isOwn || hasRole(person, 'lead') ? (['undo'] as const) : []), ...(canCheck ? (['check'] as const) : [])];
}

/** What a person may do with an article now, as far as its state says; pure. Each act looks again when it is done. */
export function listActions(facts: ActionFacts, person: Person): readonly DeskAction[] {
  if (!facts.isOpen) return [];
  const { review } = facts;
  const appeal: readonly DeskAction[] = review === 'none' || review === 'decided' ? ['open_appeal'] : [];
  if (!hasRole(person, 'moderator')) return appeal;
  const always: readonly DeskAction[] = ['note', 'propose_rule', ...appeal];
  if (review === 'none') return always;
  return [...(review === 'decided' ? actionsAfter(facts, person) : actionsOnDesk(facts, person)), ...always];
}
