export { moderate } from './moderate.ts';
export { type AnnotateOptions, annotate } from './moderation/annotate/annotate.ts';
export type { Article, ArticleFormat } from './moderation/model/article.ts';
export type { ModeratedArticle } from './moderation/model/moderated-article.ts';
export type { Ruleset } from './moderation/model/ruleset.ts';
export type { ModerationContext } from './moderation/pipeline.ts';
export { explainPoints, type PointsExplanation } from './moderation/score/explain-points.ts';
export { loadRuleset } from './rules/load-ruleset.ts';
export { type FailedExample, proveRulebook, type RulebookProof } from './rules/prove-rulebook.ts';
export { readRulebook } from './rules/read-rulebook.ts';
export type {
  BookDetectorRule,
  BookGroup,
  BookKind,
  BookList,
  BookRule,
  BookSignal,
  BookThreshold,
  Rulebook,
  RulePlace,
} from './rules/rulebook.ts';
export { RulesetError } from './rules/ruleset-error.ts';
