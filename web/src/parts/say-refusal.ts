import type { DeskArticle, Person } from '../api/desk-types.ts';
import type { Act } from '../keys/key-map.ts';
import { say } from '../messages/say.ts';

type Facts = Pick<DeskArticle, 'review' | 'claimant' | 'actions'>;

/** Acts on something in the text. */
const AIMED: readonly Act[] = ['remove', 'edit', 'restore', 'rule'];

/** Whether the desk lets this person do an act on something in the text. */
function isFree(act: Act, { actions, review }: Facts): boolean {
  if (act === 'rule') return actions.includes('propose_rule');
  return actions.includes('amend') || (actions.includes('claim') && review !== 'decided');
}

/** Of an article that nobody else has. */
function sayState(act: Act, { review, actions }: Facts): string {
  if (review === 'decided') return say('refused.decided');
  if (review === 'none') return say('refused.nobody');
  if (actions.includes('claim')) return say('refused.unclaimed');
  if (review === 'appealed') return say(act === 'escalate' ? 'refused.appealed' : 'appeal.party');
  if (review === 'escalated') return say(act === 'escalate' ? 'refused.escalated' : 'refused.lead');
  return say('act.not_now');
}

/** Why an act that somebody asked for is not done, and what to do instead. */
export function sayRefusal(act: Act, article: Facts, me: Person['id'] | undefined): string {
  const { claimant, review, actions } = article;
  if (actions.length === 0) return say('act.not_now');
  if (act === 'undo') return say(review === 'decided' ? 'refused.not_yours' : 'undo.nothing');
  if (act === 'compare') return say('refused.no_pair');
  if (AIMED.includes(act) && isFree(act, article)) return say('refused.no_aim');
  if (claimant && claimant.id !== me) return say('refused.theirs', { name: claimant.name });
  return act === 'claim' && claimant ? say('refused.yours') : sayState(act, article);
}
