import { type ModerationContext, moderate } from '../../index.ts';
import type { CheckedItem, CheckItem } from './check-item.ts';
import { refuseExcess } from './refuse-excess.ts';
import { toEngineFault } from './to-engine-fault.ts';

/** Moderates an article. A fault stays one; an article that breaks the engine becomes one, and the next is still read. */
export function moderateItem(item: CheckItem, context: ModerationContext): CheckedItem {
  if ('fault' in item) return item;
  const { article } = item;
  const fault = refuseExcess(article);
  if (fault) return { fault };
  try {
    return { article, result: moderate(article, context) };
  } catch (error) {
    return { fault: toEngineFault(article.id, error) };
  }
}
