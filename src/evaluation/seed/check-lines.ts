import type { ModeratedArticle } from '../../moderation/model/moderated-article.ts';
import { findCause } from '../find-cause.ts';
import { groupBy } from '../group-by.ts';
import { isLost } from '../is-lost.ts';
import { measureLoss } from '../measure-loss.ts';
import type { Gold, GoldLine } from './gold-schema.ts';
import type { SeedCheck } from './seed-check.ts';

/** Labels of lines that leave the text; a byline leaves it for the metadata. */
const LEAVING: ReadonlySet<string> = new Set(['title_repeat', 'spam_insert', 'garbage_token', 'boilerplate', 'byline']);

function checkLabel(label: string, lines: readonly GoldLine[], article: string, result: ModeratedArticle): SeedCheck {
  const lossOf = measureLoss(article, result.edits);
  const isLeaving = LEAVING.has(label);
  const parts = lines.map((line) => {
    const loss = lossOf(line);
    const isRight = isLeaving ? loss.lost === loss.characters : !isLost(loss);
    return { line: line.line, text: line.text, isRight, evidence: findCause(result.findings, line)?.rule ?? 'nothing found' };
  });
  return { name: `${label} lines ${isLeaving ? 'leave the text' : 'stay'}`, parts };
}

function checkNearDuplicates(lines: readonly GoldLine[], { findings }: ModeratedArticle): SeedCheck {
  const flags = findings.filter(({ kind, action }) => kind === 'near_duplicate' && action === 'flagged');
  const parts = lines
    .filter(({ label }) => label === 'near_duplicate')
    .map((line) => ({ ...line, isRight: findCause(flags, line) !== undefined, evidence: 'no near_duplicate finding' }));
  return { name: 'near_duplicate lines are flagged', parts };
}

/** Lines that must leave the text, lines that must stay, and near-duplicates, which must be flagged. */
export function checkLines(gold: Gold, article: string, result: ModeratedArticle): readonly SeedCheck[] {
  const byLabel = groupBy(gold.lines, ({ label }) => label);
  return [...byLabel.map(([label, lines]) => checkLabel(label, lines, article, result)), checkNearDuplicates(gold.lines, result)];
}
