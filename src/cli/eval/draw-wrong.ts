import type { WrongItem } from '../../evaluation/evaluation.ts';
import { cutText } from '../../moderation/report/cut-text.ts';
import { revealControls } from '../../moderation/report/reveal-controls.ts';

function drawItem({ file, line, label, outcome, text, rule, evidence }: WrongItem, width: number): string {
  const clip = (part: string): string => cutText(revealControls(part), width);
  const cause = [rule ?? '', clip(evidence)].filter((part) => part !== '').join(' ');
  return `  ${clip(file)}:${line}  ${outcome}  ${clip(label)}\n    ${clip(text)}\n${cause === '' ? '' : `    ${cause}\n`}`;
}

/** The first `limit` wrong items, their texts cut to `width` columns with controls made visible. */
export function drawWrong(wrong: readonly WrongItem[], limit: number, width: number): string {
  const shown = wrong.slice(0, limit).map((item) => drawItem(item, width));
  const rest = wrong.length > limit ? `  and ${wrong.length - limit} more\n` : '';
  return `${wrong.length} wrong ${wrong.length === 1 ? 'item' : 'items'}\n${shown.join('')}${rest}`;
}
