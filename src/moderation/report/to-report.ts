import { FINDING_ACTIONS } from '../model/finding.ts';
import type { ModeratedArticle, Outcome } from '../model/moderated-article.ts';
import { createPalette, type Palette } from './create-palette.ts';
import { cutText } from './cut-text.ts';
import { describeAmendments } from './describe-amendments.ts';
import { indexLines } from './index-lines.ts';
import { reportAnnotations } from './report-annotations.ts';
import { reportFindings } from './report-findings.ts';
import { reportScore } from './report-score.ts';
import { revealControls } from './reveal-controls.ts';

export interface ReportOptions {
  readonly colour: boolean;
  /** Columns; lines of prose and quotes are cut to it. */
  readonly width?: number;
}

const DEFAULT_WIDTH = 100;
const MIN_WIDTH = 40;

function paintOutcome(outcome: Outcome, palette: Palette): string {
  switch (outcome) {
    case 'publish':
      return palette.green('PUBLISH');
    case 'review':
      return palette.yellow('REVIEW');
    case 'reject':
      return palette.red('REJECT');
    default:
      return outcome satisfies never;
  }
}

function nameLanguage({ code, confidence }: ModeratedArticle['article']['language']): string {
  return code === 'und' ? 'language undetermined' : `language ${code} (${confidence.toFixed(2)})`;
}

/** Format and encoding where they are not plain text and UTF-8; how sure the encoding is where it was a guess. */
function nameSource({ format, encoding }: ModeratedArticle['original']): readonly string[] {
  const name = { text: [], markdown: ['Markdown'], html: ['HTML'] }[format];
  if (!encoding || (encoding.name === 'utf-8' && encoding.replaced === 0)) return name;
  const certainty = encoding.from === 'detected' ? ` (${encoding.confidence.toFixed(2)})` : '';
  const damage =
    encoding.replaced === 0 ? '' : `, ${encoding.replaced} ${encoding.replaced === 1 ? 'place' : 'places'} not readable`;
  return [...name, `${encoding.name}${certainty}${damage}`];
}

function headLines(result: ModeratedArticle, palette: Palette, width: number): readonly string[] {
  const { article, original, quality, verdict } = result;
  const facts = [article.byline, article.site, article.publishedAt].filter((fact) => fact !== null);
  const count = quality.signals.words ?? 0;
  const words = `${count} ${count === 1 ? 'word' : 'words'}`;
  const about = [...facts, nameLanguage(article.language), words, ...nameSource(original)].join(' · ');
  return [
    `${palette.bold(paintOutcome(verdict.outcome, palette))}  ${palette.bold(quality.score.toFixed(2))}  ${revealControls(article.id)}`,
    `  ${article.title === null ? palette.dim('(no title)') : palette.bold(cutText(revealControls(article.title), width - 2))}`,
    `  ${palette.dim(cutText(revealControls(about), width - 2))}`,
    ...verdict.reasons.map((reason) => `  because ${revealControls(reason)}`),
    ...result.incomplete.map((stage) => palette.yellow(`  not finished: ${revealControls(stage)}`)),
  ];
}

function amendmentLines(result: ModeratedArticle, palette: Palette, width: number): readonly string[] {
  const lines = describeAmendments(result).map((line) => `  ${cutText(revealControls(line), width - 2)}`);
  return lines.length === 0 ? [] : ['', palette.bold('Amendments'), ...lines];
}

/**
 * A result as a page for a terminal: verdict, the score as an exact sum, every finding with place, rule, quote and
 * reason, entities and topics. `original` is the text the result was made from. Places are line:column of it. Ends
 * with a line end; nothing of the article that a terminal would obey is passed through.
 */
export function toReport(result: ModeratedArticle, original: string, options: ReportOptions): string {
  const palette = createPalette(options.colour);
  const width = Math.max(MIN_WIDTH, options.width ?? DEFAULT_WIDTH);
  const view = { original, format: result.original.format, index: indexLines(original), palette, width };
  const lines = [
    ...headLines(result, palette, width),
    ...reportScore(result.quality, palette),
    ...amendmentLines(result, palette, width),
    ...FINDING_ACTIONS.flatMap((action) => reportFindings(result.findings, action, view)),
    ...reportAnnotations(result, palette, width),
  ];
  return `${lines.join('\n')}\n`;
}
