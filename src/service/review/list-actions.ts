import type { ReviewState } from '../store/article-state.ts';
import { hasRole, type Person } from './person.ts';

/** Each act that the page can offer; `check` only to whoever is offered an article without its decision. */
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
  /** Whoever made the decision that stands, or stood before the appeal; null: the machine, or nobody. */
  readonly decidedBy: string | null;
  /** That decision is one of an appeal, and so is final: what whoever decided before has to do with it. */
  readonly appealAgainst: { readonly by: string | null } | null;
  /** Whoever opened the appeal that waits. */
  readonly appealedBy: string | null;
}

/** Nobody judges an appeal of their own, nor one against what they decided themselves. */
function isParty({ review, decidedBy, appealedBy }: ActionFacts, { id }: Person): boolean {
  return review === 'appealed' && (decidedBy === id || appealedBy === id);
}

function mayClaim(facts: ActionFacts, person: Person): boolean {
  return !isParty(facts, person) && (facts.review !== 'escalated' || hasRole(person, 'lead'));
}

const DECIDING: Readonly<Record<'flagged' | 'escalated' | 'appealed', readonly DeskAction[]>> = {
  flagged: ['escalate', 'accept', 'reject'],
  escalated: ['accept', 'reject'],
  appealed: ['decide_appeal'],
};

function actionsOnDesk(review: keyof typeof DECIDING, facts: ActionFacts, person: Person): readonly DeskAction[] {
  if (facts.claimant === null) return mayClaim(facts, person) ? ['claim'] : [];
  if (facts.claimant !== person.id) return [];
  return ['release', 'skip', ...(isParty(facts, person) ? [] : [...DECIDING[review], 'amend' as const])];
}

/** Whoever was overruled on an appeal does not undo that. */
function actionsAfter({ decidedBy, appealAgainst }: ActionFacts, person: Person): readonly DeskAction[] {
  const mayUndo = decidedBy === person.id || hasRole(person, 'lead');
  return mayUndo && appealAgainst?.by !== person.id ? ['undo'] : [];
}

/** What a person may do with an article now, as far as its state says; pure. Each act looks again when it is done. */
export function listActions(facts: ActionFacts, person: Person): readonly DeskAction[] {
  if (!facts.isOpen) return [];
  const { review, appealAgainst } = facts;
  const isOver = (review === 'none' || review === 'decided') && appealAgainst === null;
  const appeal: readonly DeskAction[] = isOver ? ['open_appeal'] : [];
  if (!hasRole(person, 'moderator')) return appeal;
  const always: readonly DeskAction[] = ['note', 'propose_rule', ...appeal];
  if (review === 'none') return always;
  return [...(review === 'decided' ? actionsAfter(facts, person) : actionsOnDesk(review, facts, person)), ...always];
}
