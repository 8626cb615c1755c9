import { type ModerationContext, moderate } from '../../index.ts';
import { findExcess } from '../../schema/find-excess.ts';
import { EXIT } from '../cli-error.ts';
import type { CheckedItem, CheckItem } from './check-item.ts';
import { toEngineFault } from './to-engine-fault.ts';

/** Moderates an article. A fault stays one; an article that breaks the engine becomes one, and the next is still read. */
export function moderateItem(item: CheckItem, context: ModerationContext): CheckedItem {
  if ('fault' in item) return item;
  const { article } = item;
  const excess = findExcess(article);
  if (excess) {
    const message = `the article ${JSON.stringify(article.id)} ${excess.message}`;
    return { fault: { code: excess.code, message, exitCode: EXIT.data } };
  }
  try {
    return { article, result: moderate(article, context) };
  } catch (error) {
    return { fault: toEngineFault(article.id, error) };
  }
}
