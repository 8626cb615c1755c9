export { type AnnotationContext, annotate } from './annotate.ts';
export { fingerprintArticle } from './fingerprint-article.ts';
export type { RuleProposal, RuleProposals } from './learning/propose-rules.ts';
export type { RuleTrial, RuleTrials, TrialContext, TrialSide } from './learning/try-rules.ts';
export { moderate } from './moderate.ts';
export { moderateWith } from './moderate-with.ts';
export { annotateTopics } from './moderation/annotate/annotate-topics.ts';
export { type LearnedTaxonomy, learnTaxonomy } from './moderation/annotate/topics/learn-taxonomy.ts';
export type { LabelledArticle } from './moderation/annotate/topics/learn-terms.ts';
export type { Amendment, AmendmentEffect } from './moderation/model/amendment.ts';
export type { TextAnnotations } from './moderation/model/annotation.ts';
export type { Article, ArticleFormat } from './moderation/model/article.ts';
export type { ArticleFingerprint, FingerprintedParagraph } from './moderation/model/article-fingerprint.ts';
export type { CorpusMatches, KnownArticle, KnownArticleName, RecurringLine } from './moderation/model/corpus-matches.ts';
export type { EntityRecogniser, Passage, RecognisedName, RecognisedNames } from './moderation/model/entity-recogniser.ts';
export type { ModeratedArticle } from './moderation/model/moderated-article.ts';
export type { Ruleset } from './moderation/model/ruleset.ts';
export type { Taxonomy, TaxonomyConcept, TopicTerm } from './moderation/model/taxonomy.ts';
export type { AmendableArticle, FingerprintedArticle, ModerationContext, RecogniserContext } from './moderation/pipeline.ts';
export { explainPoints, type PointsExplanation } from './moderation/score/explain-points.ts';
export { openArticle } from './open-article.ts';
export { proposeRules } from './propose-rules.ts';
export { loadRecogniser } from './recognisers/load-recogniser.ts';
export { RecogniserError } from './recognisers/recogniser-error.ts';
export { RECOGNISER_SCHEMA } from './recognisers/recogniser-schema.ts';
export { joinRules } from './rules/join-rules.ts';
export type { LearnedRule } from './rules/learned/learned-rule-schema.ts';
export { actionOf, loadLearnedRule, nameRule } from './rules/learned/load-learned-rule.ts';
export { listRuleNames } from './rules/list-rule-names.ts';
export { loadRuleset } from './rules/load-ruleset.ts';
export { loadTaxonomy } from './rules/load-taxonomy.ts';
export { type FailedExample, proveRulebook, type RulebookProof } from './rules/prove-rulebook.ts';
export { readShippedRules } from './rules/read-rule-folder.ts';
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
export { tryRules } from './try-rules.ts';
