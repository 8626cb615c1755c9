import { createRequire } from 'node:module';
import type { RuleProposals } from './learning/propose-rules.ts';
import type { Article } from './moderation/model/article.ts';
import type { Ruleset } from './moderation/model/ruleset.ts';
import type { Span } from './moderation/model/span.ts';

// As the pipeline: loaded when a rule is asked for, with `require`, because this is synchronous.
const require = createRequire(import.meta.url);

type Proposer = typeof import('./learning/propose-rules.ts');

/**
 * Rules that a span of an article, given by its offsets in the original, could become. Pure. Throws `RangeError` when nothing of the span was read
 * as text.
 */
export function proposeRules(article: Article, span: Span, ruleset: Ruleset): RuleProposals {
  const { proposeRules: propose }: Proposer = require('./learning/propose-rules.ts');
  return propose(article, span, ruleset);
}
