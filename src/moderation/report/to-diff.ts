import type { ModeratedArticle } from '../model/moderated-article.ts';
import { alignLines } from './align-lines.ts';
import { alignReading } from './align-reading.ts';
import { createPalette } from './create-palette.ts';
import { type DiffSides, drawDiff } from './draw-diff.ts';
import { indexLines, type LineIndex } from './index-lines.ts';

/** The rules that changed something, by the line of the original where their findings begin. */
function indexRules(result: ModeratedArticle, original: LineIndex): ReadonlyMap<number, readonly string[]> {
  const rules = new Map<number, string[]>();
  for (const finding of result.findings) {
    if (finding.action === 'flagged') continue;
    const line = original.locate(finding.start).line - 1;
    const known = rules.get(line);
    if (known) known.push(finding.rule);
    else rules.set(line, [finding.rule]);
  }
  return rules;
}

function alignOriginal(result: ModeratedArticle, original: string): DiffSides {
  const index = indexLines(original);
  const before = index.lines;
  const after = indexLines(result.text).lines;
  const beforeText = before.map((line) => original.slice(line.start, line.end));
  const afterText = after.map((line) => result.text.slice(line.start, line.end));
  const rows = alignLines(before, after, { before: beforeText, after: afterText }, result.edits);
  return { rows, rules: indexRules(result, index), beforeText, afterText };
}

const READ_AS = { html: 'article as read from its HTML', markdown: 'article as read from its Markdown' } as const;

/**
 * What cleaning changed, as a unified diff with three lines of context and the rules behind each hunk. It is drawn from
 * the edits, not searched for. Of plain text the lines of the original stand on its left side; of HTML and Markdown the
 * article as it was read, so that markup and the page around the article are no changes. Line ends are not compared,
 * and control characters are shown as visible signs, so it is for reading; the edits of the JSON result are what a
 * program applies. Empty when no line changed.
 */
export function toDiff(result: ModeratedArticle, original: string, options: { readonly colour: boolean }): string {
  const { format } = result.original;
  const { id } = result.article;
  const sides = format === 'text' ? alignOriginal(result, original) : alignReading(result, original);
  const names = { before: `${id} (${format === 'text' ? 'original' : READ_AS[format]})`, after: `${id} (cleaned)` };
  return drawDiff(sides, names, createPalette(options.colour));
}
