import { moderate, type Ruleset } from '../../index.ts';
import { EXIT } from '../cli-error.ts';
import type { CheckedItem, CheckItem } from './check-item.ts';

/** Moderates an article. A fault stays one; an article that breaks the engine becomes one, and the next is still read. */
export function moderateItem(item: CheckItem, ruleset: Ruleset): CheckedItem {
  if ('fault' in item) return item;
  try {
    return { article: item.article, result: moderate(item.article, { ruleset }) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `the engine failed on the article ${JSON.stringify(item.article.id)}: ${reason}`;
    return { fault: { code: 'internal_error', message, exitCode: EXIT.software } };
  }
}
