import { type Change, foldChange } from './fold-change.ts';
import { TransitionError } from './reduce.ts';

/** Whether the article's state allows the events: one that does not must not hold up those beside it. */
export function canFollow(change: Change, now: Date): boolean {
  try {
    foldChange(change, now);
    return true;
  } catch (error) {
    if (error instanceof TransitionError) return false;
    throw error;
  }
}
