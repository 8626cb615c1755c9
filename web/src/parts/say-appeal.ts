import type { DeskArticle } from '../api/desk-types.ts';
import { say, sayNamed } from '../messages/say.ts';

/** What became of an appeal. */
export function sayAppeal({
  endedAt,
  upheld,
  closedReason,
}: Pick<DeskArticle['appeals'][number], 'endedAt' | 'upheld' | 'closedReason'>): string {
  if (endedAt === null) return say('appeal.waits');
  if (upheld !== null) return say(upheld ? 'appeal.upheld' : 'appeal.dismissed');
  return closedReason === null ? say('appeal.closed') : sayNamed('closed', closedReason);
}
