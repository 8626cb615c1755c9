import { moderate, type Ruleset } from '../../index.ts';
import { ARTICLE_LINES } from '../../schema/article-lines.ts';
import { countLines } from '../../schema/count-lines.ts';
import { EXIT } from '../cli-error.ts';
import type { CheckedItem, CheckItem, Fault } from './check-item.ts';
import { toEngineFault } from './to-engine-fault.ts';

function refuseLines(id: string, lines: number): Fault {
  const message = `the article ${JSON.stringify(id)} has ${lines} lines; the limit is ${ARTICLE_LINES}`;
  return { code: 'too_many_lines', message, exitCode: EXIT.data };
}

/** Moderates an article. A fault stays one; an article that breaks the engine becomes one, and the next is still read. */
export function moderateItem(item: CheckItem, ruleset: Ruleset): CheckedItem {
  if ('fault' in item) return item;
  const { article } = item;
  const lines = countLines(article.text);
  if (lines > ARTICLE_LINES) return { fault: refuseLines(article.id, lines) };
  try {
    return { article, result: moderate(article, { ruleset }) };
  } catch (error) {
    return { fault: toEngineFault(article.id, error) };
  }
}
