import type { Rulebook, RulePlace } from '../../index.ts';
import type { Article } from '../../moderation/model/article.ts';
import type { FindingAction } from '../../moderation/model/finding.ts';
import type { ModeratedArticle } from '../../moderation/model/moderated-article.ts';
import { indexLines } from '../../moderation/report/index-lines.ts';
import { quoteSpan } from '../../moderation/report/quote-span.ts';

/** Something found in an article that has nothing wrong in it. */
export interface CleanFailure {
  readonly article: string;
  /** Line of the article, from 1. */
  readonly line: number;
  readonly rule: string;
  /** Where the rule is stated; absent for a rule of a detector. */
  readonly statedAt: RulePlace | undefined;
  readonly action: FindingAction;
  readonly message: string;
  readonly excerpt: string;
}

/** Code points of a quotation. */
const EXCERPT = 90;

/** What was found in a clean article, but for what only moves to the metadata. */
export function findUnclean(article: Article, result: ModeratedArticle, book: Rulebook): readonly CleanFailure[] {
  const index = indexLines(article.text);
  return result.findings
    .filter(({ action }) => action !== 'moved')
    .map((finding) => {
      const { rule, action, message } = finding;
      const stated = book.rules.find((entry) => entry.rule.id === rule);
      return {
        article: article.id,
        line: index.locate(finding.start).line,
        rule,
        statedAt: stated && { file: stated.file, line: stated.line },
        action,
        message,
        excerpt: quoteSpan(article.text, finding, EXCERPT, article.format),
      };
    });
}
