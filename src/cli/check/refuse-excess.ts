import type { Article } from '../../moderation/model/article.ts';
import { findExcess } from '../../schema/find-excess.ts';
import { EXIT } from '../cli-error.ts';
import type { Fault } from './check-item.ts';

/** The fault of an article that is larger than what is moderated, if it is. */
export function refuseExcess(article: Article): Fault | undefined {
  const excess = findExcess(article);
  if (!excess) return undefined;
  const message = `the article ${JSON.stringify(article.id)} ${excess.message}`;
  return { code: excess.code, message, exitCode: EXIT.data };
}
