import { createRequire } from 'node:module';
import type { RuleTrials, TrialContext } from './learning/try-rules.ts';
import type { Article } from './moderation/model/article.ts';
import type { PhraseRule } from './moderation/model/ruleset.ts';

// As the pipeline: loaded when a rule is tried, with `require`, because this is synchronous.
const require = createRequire(import.meta.url);

type Trial = typeof import('./learning/try-rules.ts');

/** What each of some phrase rules would do in an article if it were in the ruleset. Pure. */
export function tryRules(article: Article, context: TrialContext, rules: readonly PhraseRule[]): RuleTrials {
  const { tryRules: tryAll }: Trial = require('./learning/try-rules.ts');
  return tryAll(article, context, rules);
}
