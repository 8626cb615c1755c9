import {
  type Amendment,
  type Article,
  type ArticleFormat,
  loadRuleset,
  type ModeratedArticle,
  moderate,
} from '../../../src/index.ts';

const ruleset = loadRuleset();

/** An article and what people do with it. */
export interface AmendedCase {
  readonly original: string;
  readonly before: ModeratedArticle;
  readonly after: ModeratedArticle;
}

/** The span of words in a text; the last of them with `last`. */
export function spanOf(text: string, words: string, last = false): { readonly start: number; readonly end: number } {
  const start = last ? text.lastIndexOf(words) : text.indexOf(words);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
}

/** An article before and after amendments. */
export function amendArticle(
  original: string,
  format: ArticleFormat,
  amendments: readonly Amendment[],
  facts: Partial<Article> = {},
): AmendedCase {
  const article = { ...facts, id: 'a', text: original, format };
  return { original, before: moderate(article, { ruleset }), after: moderate(article, { ruleset, amendments }) };
}

/** The findings of a result that people changed, with their words. */
export function amendedFindings({ original, after }: AmendedCase): readonly object[] {
  return after.findings.flatMap(({ kind, action, points, start, end, amended }) =>
    amended ? [{ kind, action, points, text: original.slice(start, end), as: amended.as, by: amended.by.join() }] : [],
  );
}
