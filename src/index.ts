export { moderate } from './moderation/pipeline.ts';
export type { ModerationContext } from './moderation/pipeline.ts';
export { annotate } from './moderation/annotate/annotate.ts';
export { loadRuleset } from './rules/load-ruleset.ts';
export type { Article, ArticleFormat } from './moderation/model/article.ts';
export type { ModeratedArticle } from './moderation/model/moderated-article.ts';
export type { Ruleset } from './moderation/model/ruleset.ts';
