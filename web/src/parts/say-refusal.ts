import type { DeskArticle, Person } from '../api/desk-types.ts';
import type { Act } from '../keys/key-map.ts';
import { say } from '../messages/say.ts';

type Facts = Pick<DeskArticle, 'review' | 'claimant' | 'actions'>;

/** Acts on something in the text. */
const AIMED = ['remove', 'edit', 'restore', 'rule'] as const;
type AimedAct = (typeof AIMED)[number];

const isAimed = (act: Act): act is AimedAct => AIMED.some((one) => one === act);

/** Whether the desk lets this person do an act on something in the text. */
function isFree(act: AimedAct, { actions, review }: Facts): boolean {
  if (act === 'rule') return actions.includes('propose_rule');
  return actions.includes('amend') || (actions.includes('claim') && review !== 'decided');
}

/** Of an article that is decided, with what this person may do about that. */
function sayDecided({ actions }: Facts): string {
  const [mayUndo, mayAppeal] = [actions.includes('undo'), actions.includes('open_appeal')];
  if (mayUndo) return say(mayAppeal ? 'refused.decided' : 'refused.undo_first');
  return say(mayAppeal ? 'refused.appeal_first' : 'refused.final');
}

/** Of an article that nobody else has. */
function sayState(act: Act, article: Facts): string {
  const { review, actions } = article;
  if (review === 'decided') return sayDecided(article);
  if (review === 'none') return say('refused.nobody');
  if (act === 'escalate' && review === 'escalated') return say('refused.escalated');
  if (act === 'escalate' && review === 'appealed') return say('refused.appealed');
  if (actions.includes('claim')) return say('refused.unclaimed');
  if (review === 'appealed') return say('appeal.party');
  return say(review === 'escalated' ? 'refused.lead' : 'act.not_now');
}

/** Why an act that somebody asked for is not done, and what to do instead. */
export function sayRefusal(act: Act, article: Facts, me: Person['id'] | undefined): string {
  const { claimant, review, actions } = article;
  if (act === 'compare') return say('refused.no_pair');
  if (actions.length === 0) return say('act.not_now');
  // Whoever works at the desk may always leave a note.
  if (!actions.includes('note')) return say('refused.publisher');
  if (act === 'undo') return say(review === 'decided' ? 'refused.not_yours' : 'undo.nothing');
  if (isAimed(act) && isFree(act, article)) return say(`aim.${act}`);
  if (claimant && claimant.id !== me) return say('refused.theirs', { name: claimant.name });
  return act === 'claim' && claimant ? say('refused.yours') : sayState(act, article);
}
