import { loadRuleset, moderate } from '../../../src/index.ts';
import type { ModeratedArticle } from '../../../src/moderation/model/moderated-article.ts';

const ruleset = loadRuleset();

/** A result to draw. */
export function moderateText(text: string, id = 'article.txt'): ModeratedArticle {
  return moderate({ id, text }, { ruleset });
}
