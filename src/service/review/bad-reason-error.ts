import { REVIEW_REASONS } from './review-reasons.ts';

/** A reason that is missing, or not on the list. Its message has the list. */
export class BadReasonError extends Error {
  override readonly name = 'BadReasonError';

  constructor(act: keyof typeof REVIEW_REASONS) {
    super(`${act} ${act === 'accepted' ? 'takes no reason or' : 'takes'} one of: ${REVIEW_REASONS[act].join(', ')}`);
  }
}
