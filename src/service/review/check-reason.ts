import { BadReasonError } from './bad-reason-error.ts';
import { REVIEW_REASONS } from './review-reasons.ts';

/** An acceptance needs no reason; whoever's article is held back or takes longer is owed one. Throws `BadReasonError`. */
export function checkReason(act: keyof typeof REVIEW_REASONS, reason: string | null): void {
  const isGood = reason === null ? act === 'accepted' : REVIEW_REASONS[act].some((code) => code === reason);
  if (!isGood) throw new BadReasonError(act);
}
