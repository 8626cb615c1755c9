import type { Article } from '../../moderation/model/article.ts';
import type { Finding } from '../../moderation/model/finding.ts';
import { quoteSpan } from '../../moderation/report/quote-span.ts';
import type { FindingChange, Flip } from './compare-results.ts';

/** Code points of a quotation. */
const EXCERPT = 120;

function toSide(finding: Finding | undefined): object | null {
  if (!finding) return null;
  const { id, kind, rule, action, points } = finding;
  return { id, kind, rule, action, points };
}

function toChange({ change, before, after }: FindingChange, article: Article): object {
  const span = after ?? before ?? { start: 0, end: 0 };
  const excerpt = quoteSpan(article.text, span, EXCERPT, article.format);
  return { change, start: span.start, end: span.end, excerpt, before: toSide(before), after: toSide(after) };
}

/** An article that flips, for programs. Offsets are UTF-16 code units of the original. */
export function toFlipRecord({ before, after, flips, changes }: Flip, article: Article): object {
  return { article: article.id, flips, before, after, changes: changes.map((change) => toChange(change, article)) };
}
