import type { ArticleEvent } from '../store/article-event.ts';
import type { DecisionNotice } from '../store/decision-notice.ts';
import type { Moderation } from './moderation.ts';

type Judged = Pick<Moderation, 'outcome' | 'score' | 'findings' | 'reasons'>;

/** The events of a finished moderation. Whatever is not told as accepted is flagged, also what was rejected: a person has the last word. */
export function verdictEvents(moderation: Judged, isAccepted: boolean, delivery: DecisionNotice): readonly ArticleEvent[] {
  const { outcome, score, findings, reasons } = moderation;
  const cleaned: ArticleEvent = { name: 'article.cleaned', data: { outcome, score, findings } };
  if (isAccepted) return [cleaned, { name: 'article.accepted', data: { score, delivery } }];
  return [cleaned, { name: 'article.flagged', data: { outcome, reasons, delivery } }];
}
