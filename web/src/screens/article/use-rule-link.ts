import type { DeskArticle, Finding } from '../../api/desk-types.ts';
import { writeRoute } from '../../model/route.ts';
import type { Stretch } from './find-place.ts';

/** Leads from a stretch of an article to a rule that is made from it. */
export function useRuleLink({ id, revision }: DeskArticle): (place: Stretch | null, finding: Finding | undefined) => void {
  return (place, finding) => {
    if (!place) return;
    const from = { article: id, rev: `${revision}`, start: `${place.start}`, end: `${place.end}` };
    location.hash = writeRoute('rules', '', { ...from, kind: finding?.kind ?? 'spam_insert' });
  };
}
