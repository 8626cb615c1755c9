import type { DeskArticle } from '../api/desk-types.ts';

/** Whether a decision on an appeal says that whoever appealed is right: it is the other one, or about another result. */
export function isUpheld(
  { history, revision, decision: before, resultSha256 }: Pick<DeskArticle, 'history' | 'revision' | 'decision' | 'resultSha256'>,
  decision: 'accepted' | 'rejected',
): boolean {
  const decided = history.filter((event) => event.revision === revision && event.name === 'review.decided');
  const last = decided.reduce<(typeof decided)[number] | undefined>((a, b) => (a && a.number > b.number ? a : b), undefined);
  return decision !== (last?.data.decision ?? before) || last?.data.result !== resultSha256;
}
