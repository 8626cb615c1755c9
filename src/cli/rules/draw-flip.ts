import type { Article } from '../../moderation/model/article.ts';
import type { Finding } from '../../moderation/model/finding.ts';
import type { Outcome } from '../../moderation/model/moderated-article.ts';
import { createPalette, type Palette } from '../../moderation/report/create-palette.ts';
import { indexLines } from '../../moderation/report/index-lines.ts';
import { quoteSpan } from '../../moderation/report/quote-span.ts';
import { revealControls } from '../../moderation/report/reveal-controls.ts';
import type { FindingChange, Flip, Side } from './compare-results.ts';

/** More changes of one article than this are counted, not listed. */
const MAX_LISTED = 100;
const PLACE_WIDTH = 9;
const INDENT = ' '.repeat(PLACE_WIDTH + 3);
const MIN_EXCERPT = 20;

function paint(outcome: Outcome, palette: Palette): string {
  const colour = { publish: palette.green, review: palette.yellow, reject: palette.red }[outcome];
  return colour(outcome.toUpperCase());
}

function drawSides(before: Side, after: Side, palette: Palette): string {
  const draw = ({ outcome, score }: Side): string => `${paint(outcome, palette)} ${score.toFixed(2)}`;
  return `${draw(before)} -> ${draw(after)}`;
}

const price = ({ points }: Finding): string => (points > 0 ? `−${points.toFixed(2)}` : '0');
const name = (finding: Finding): string => `${finding.action} by ${revealControls(finding.rule)} ${price(finding)}`;

function describeChange({ change, before, after }: FindingChange, palette: Palette): string {
  if (change === 'gone' && before) return `${palette.red('no longer')} ${name(before)}`;
  if (change === 'new' && after) return `${palette.green('now')} ${name(after)}`;
  return before && after ? `${palette.yellow('was')} ${name(before)}, now ${name(after)}` : '';
}

/** An article that flips, for people. `original` offsets become line:column; controls of the article are shown, not obeyed. */
export function drawFlip(flip: Flip, article: Article, options: { readonly colour: boolean; readonly width: number }): string {
  const palette = createPalette(options.colour);
  const index = indexLines(article.text);
  const limit = Math.max(MIN_EXCERPT, options.width - INDENT.length - 2);
  const lines = flip.changes.slice(0, MAX_LISTED).flatMap((change) => {
    const finding = change.after ?? change.before;
    if (!finding) return [];
    const { line, column } = index.locate(finding.start);
    const head = `  ${`${line}:${column}`.padEnd(PLACE_WIDTH)} ${describeChange(change, palette)}`;
    return [head, `${INDENT}│ ${quoteSpan(article.text, finding, limit, article.format)}`];
  });
  const more = flip.changes.length > MAX_LISTED ? [`  … and ${flip.changes.length - MAX_LISTED} more`] : [];
  const head = `${drawSides(flip.before, flip.after, palette)}  ${palette.bold(revealControls(article.id))}`;
  return `${[head, ...lines, ...more].join('\n')}\n\n`;
}
