import { revealControls } from '../../moderation/report/reveal-controls.ts';
import { toReport } from '../../moderation/report/to-report.ts';
import type { ArticleKey } from '../../service/store/article-key.ts';
import type { Terminal } from '../command.ts';
import type { AwaitedResult } from './await-result.ts';

/** What is printed of one article that went through the queue. */
export function describeOutcome(key: ArticleKey, result: AwaitedResult, isNew: boolean, terminal: Terminal): string {
  const name = `${revealControls(key.articleId)}, revision ${key.revision}`;
  if (result.kind === 'stopped') return '';
  if (result.kind === 'dead') {
    return `${name}: could not be moderated in ${result.attempts} attempts; the log says why. It is kept as a dead letter.\n`;
  }
  const note = isNew ? '' : `(${name}, was moderated before: this is the stored result)\n`;
  const colour = terminal.isStdoutTty && !terminal.env.NO_COLOR;
  return `${note}${toReport(result.result, result.original, { colour })}\n`;
}
