import type { DeskArticle } from '../api/desk-types.ts';

/** Whether a decision on an appeal says that whoever appealed is right: it is the other one, or about another result. */
export function isUpheld(
  { against, resultSha256 }: Pick<DeskArticle, 'against' | 'resultSha256'>,
  decision: 'accepted' | 'rejected',
): boolean {
  return decision !== against?.decision || against.result !== resultSha256;
}
