import type { ArticleFormat } from '../model/article.ts';
import type { Finding, FindingAction } from '../model/finding.ts';
import { SAME_WORDS } from '../text/describe-difference.ts';
import type { Palette } from './create-palette.ts';
import { cutText } from './cut-text.ts';
import { describeAmended } from './describe-amended.ts';
import { describeOtherArticles } from './describe-other-articles.ts';
import type { LineIndex } from './index-lines.ts';
import { nameKind } from './name-kind.ts';
import { splitPageParts } from './page-parts.ts';
import { quoteSpan } from './quote-span.ts';
import { revealControls } from './reveal-controls.ts';

/** What the lines of a finding are made from. */
export interface FindingView {
  readonly original: string;
  readonly format: ArticleFormat;
  readonly index: LineIndex;
  readonly palette: Palette;
  /** Columns of the terminal. */
  readonly width: number;
}

/** More findings of one action than this are counted, not listed. */
const MAX_LISTED = 200;
const MAX_RELATED = 3;
const PLACE_WIDTH = 9;
const INDENT = ' '.repeat(PLACE_WIDTH + 3);

const HEADINGS: Readonly<Record<FindingAction, string>> = {
  removed: 'Removed',
  repaired: 'Repaired',
  moved: 'Moved to the metadata',
  flagged: 'Flagged, left in the text',
};

function placeOf(view: FindingView, offset: number): string {
  const { line, column } = view.index.locate(offset);
  return `${line}:${column}`;
}

function relatedPlaces(finding: Finding, view: FindingView): string {
  const spans = finding.evidence.related_spans;
  if (!Array.isArray(spans)) return '';
  const offsets = spans.filter((value, at): value is number => at % 2 === 0 && typeof value === 'number');
  const places = offsets.slice(0, MAX_RELATED).map((offset) => placeOf(view, offset));
  const more = offsets.length > MAX_RELATED ? ` and ${offsets.length - MAX_RELATED} more` : '';
  return ` (see ${places.join(', ')}${more})`;
}

/** How a copy differs from what it repeats; nothing for other findings. */
function differenceLines({ evidence }: Finding, { palette, width }: FindingView): readonly string[] {
  const difference = evidence.difference;
  if (typeof difference !== 'string' || difference === SAME_WORDS) return [];
  return [`${INDENT}${palette.dim(cutText(revealControls(`differs: ${difference}`), width - INDENT.length))}`];
}

/** What people made of a finding; nothing for other findings. */
function amendedLines(finding: Finding, { palette, width }: FindingView): readonly string[] {
  const amended = describeAmended(finding);
  return amended === '' ? [] : [`${INDENT}${palette.dim(cutText(revealControls(amended), width - INDENT.length))}`];
}

/** The other articles that hold the text; nothing for other findings. */
function otherArticleLines(finding: Finding, { palette, width }: FindingView): readonly string[] {
  const others = describeOtherArticles(finding);
  return others === '' ? [] : [`${INDENT}${palette.dim(cutText(revealControls(others), width - INDENT.length))}`];
}

function linesOfFinding(finding: Finding, view: FindingView): readonly string[] {
  const { palette, original, format, width } = view;
  const points = finding.points > 0 ? `−${finding.points.toFixed(2)}` : '0';
  const head = `${nameKind(finding.kind)}  ${palette.dim(revealControls(finding.rule))}  ${points}`;
  const why = `${finding.message}${relatedPlaces(finding, view)}`;
  return [
    `  ${placeOf(view, finding.start).padEnd(PLACE_WIDTH)} ${head}`,
    `${INDENT}│ ${quoteSpan(original, finding, width - INDENT.length - 2, format)}`,
    `${INDENT}${palette.dim(cutText(revealControls(why), width - INDENT.length))}`,
    ...differenceLines(finding, view),
    ...otherArticleLines(finding, view),
    ...amendedLines(finding, view),
  ];
}

/** Longer summaries go on in the next line, so that none of it is lost. */
function wrapWords(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The section of a report about one action: place, kind, rule, points, quote and reason of each finding. */
export function reportFindings(findings: readonly Finding[], action: FindingAction, view: FindingView): readonly string[] {
  const { others, summary } = splitPageParts(findings.filter((finding) => finding.action === action));
  if (others.length === 0 && summary === undefined) return [];
  const { palette, width } = view;
  const listed = others.slice(0, MAX_LISTED).flatMap((finding) => linesOfFinding(finding, view));
  const more = others.length > MAX_LISTED ? [`  … and ${others.length - MAX_LISTED} more`] : [];
  const parts =
    summary === undefined ? [] : wrapWords(revealControls(summary), width - 2).map((line) => `  ${palette.dim(line)}`);
  return ['', palette.bold(`${HEADINGS[action]} (${others.length})`), ...listed, ...more, ...parts];
}
