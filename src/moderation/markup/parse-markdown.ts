import type { Span } from '../model/span.ts';
import { endOfLine, skipBlanks, skipLineEnd } from './end-of-line.ts';
import { estimateMarkdownCost } from './estimate-markdown-cost.ts';
import { type FrontMatter, findFrontMatter } from './find-front-matter.ts';
import { MarkdownCutter, type MarkdownPart } from './markdown-cutter.ts';
import type { MarkdownNode } from './markdown-node.ts';
import { parseMixedMarkdown } from './parse-mixed-markdown.ts';

/** A Markdown text as a tree. */
export interface MarkdownTree {
  /** The blocks of the left margin, in order. */
  readonly children: readonly MarkdownNode[];
  readonly frontMatter: FrontMatter | undefined;
  /** False when some of it was too much for the parser and stands there as lines. */
  readonly isWhole: boolean;
}

/** Microseconds, as `estimateMarkdownCost` counts them, that a text may take; what is beyond is read as lines. */
const MAX_COST = 400_000;
/** UTF-16 code units of a label (CommonMark 0.31, section 4.7). */
const MAX_LABEL = 999;

type ParsedPart = MarkdownPart & { readonly children: readonly MarkdownNode[] };

const text = (value: string, { start, end }: Span): MarkdownNode => ({ type: 'text', value, start, end, children: [] });
const paragraph = (child: MarkdownNode): MarkdownNode => ({
  type: 'paragraph',
  start: child.start,
  end: child.end,
  children: [child],
});

/** The lines of a stretch without the blanks around them; blank ones are left out. */
function listLines(source: string, { start, end }: Span): readonly Span[] {
  const lines: Span[] = [];
  for (let at = start; at < end; ) {
    const lineEnd = Math.min(end, endOfLine(source, at));
    const from = skipBlanks(source, at);
    let to = lineEnd;
    while (to > from && (source[to - 1] === ' ' || source[to - 1] === '\t')) to--;
    if (to > from) lines.push({ start: from, end: to });
    at = skipLineEnd(source, lineEnd);
  }
  return lines;
}

function parsePlain(source: string, part: Span): MarkdownNode {
  const lines = listLines(source, part);
  const value = lines.map(({ start, end }) => source.slice(start, end)).join('\n');
  return paragraph(text(value, { start: lines[0]?.start ?? part.start, end: lines.at(-1)?.end ?? part.end }));
}

function parseAsLines(source: string, part: Span): readonly MarkdownNode[] {
  return listLines(source, part).map((line) => paragraph(text(source.slice(line.start, line.end), line)));
}

function trimLineEnd(source: string, end: number): number {
  let to = end;
  while (to > 0 && (source[to - 1] === '\n' || source[to - 1] === '\r')) to--;
  return to;
}

/** The lines of fenced code without the blanks that stand before the fence as well. */
function parseCode(source: string, { start, end, indent }: MarkdownPart): MarkdownNode {
  const body = skipLineEnd(source, endOfLine(source, start));
  const lines: string[] = [];
  for (let at = body; at < end; at = skipLineEnd(source, endOfLine(source, at))) {
    const lineEnd = Math.min(end, endOfLine(source, at));
    lines.push(source.slice(Math.min(at + indent, Math.max(at, Math.min(skipBlanks(source, at), lineEnd))), lineEnd));
  }
  const last = lines.at(-1)?.trim() ?? '';
  const isClosed = last.length >= 3 && last.startsWith(source.slice(start + indent, start + indent + 3));
  const value = (isClosed ? lines.slice(0, -1) : lines).join('\n');
  return { type: 'code', start: start + indent, end: trimLineEnd(source, end), children: [], value };
}

function costOf(source: string, { type, start, end }: MarkdownPart): number {
  return type === 'mixed' ? estimateMarkdownCost(source.slice(start, end)) : 0;
}

function parseHtml(source: string, part: Span): MarkdownNode {
  const end = trimLineEnd(source, part.end);
  return { type: 'html', start: part.start, end, value: source.slice(part.start, end), children: [] };
}

function parsePart(source: string, part: MarkdownPart): readonly MarkdownNode[] {
  switch (part.type) {
    case 'plain':
      return [parsePlain(source, part)];
    case 'code':
      return [parseCode(source, part)];
    case 'html':
      return [parseHtml(source, part)];
    case 'mixed':
      return parseMixedMarkdown(source, part, []) ?? parseAsLines(source, part);
    default:
      return part.type satisfies never;
  }
}

/** As Markdown compares labels: case and white space make no difference. */
function normalizeLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/gu, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase();
}

function collectLabels(nodes: readonly MarkdownNode[], into: Set<string>): void {
  for (const node of nodes) {
    if (node.identifier !== undefined && node.type === 'definition') into.add(normalizeLabel(node.identifier));
    if (node.identifier !== undefined && node.type === 'footnoteDefinition') into.add(normalizeLabel(`^${node.identifier}`));
    collectLabels(node.children, into);
  }
}

/** Labels in brackets in a part that other parts define, as they are written. */
function findForeignLabels(source: string, part: ParsedPart, known: ReadonlySet<string>): readonly string[] {
  const own = new Set<string>();
  collectLabels(part.children, own);
  const found = new Map<string, string>();
  let open = -1;
  for (let at = part.start; at < part.end; at++) {
    const sign = source[at];
    if (sign === '[') open = at;
    if (sign !== ']' || open < 0) continue;
    const label = at - open - 1 > MAX_LABEL ? '' : source.slice(open + 1, at);
    const name = normalizeLabel(label);
    if (name !== '' && known.has(name) && !own.has(name)) found.set(name, label.replace(/[\t\n\r ]+/gu, ' '));
    open = -1;
  }
  return [...found.values()];
}

/** Parses once more the parts that refer to definitions of other parts. */
function resolveLabels(source: string, parts: readonly ParsedPart[], budget: number): readonly ParsedPart[] {
  const known = new Set<string>();
  for (const part of parts) if (part.type === 'mixed') collectLabels(part.children, known);
  if (known.size === 0) return parts;
  let left = budget;
  return parts.map((part) => {
    if (part.type !== 'mixed') return part;
    const labels = findForeignLabels(source, part, known);
    left -= labels.length === 0 ? 0 : estimateMarkdownCost(source.slice(part.start, part.end)) + 200 * labels.length;
    if (labels.length === 0 || left < 0) return part;
    return { ...part, children: parseMixedMarkdown(source, part, labels) ?? part.children };
  });
}

/**
 * The tree of a Markdown text (CommonMark with the extensions of GitHub, and front matter). The parser's time grows with
 * the square of a text and more, so it is handed small parts, cut where no block is open, and no more than `MAX_COST` in
 * all; plain paragraphs and fenced code need no parser. Never fails.
 */
export function parseMarkdown(source: string): MarkdownTree {
  const frontMatter = findFrontMatter(source);
  const cutter = new MarkdownCutter(source, frontMatter?.end ?? (source.charCodeAt(0) === 0xfeff ? 1 : 0));
  const parts: ParsedPart[] = [];
  let left = MAX_COST;
  let isWhole = true;
  for (let part = cutter.next(); part; part = cutter.next()) {
    const cost = costOf(source, part);
    const isAffordable = cost <= left;
    if (isAffordable) left -= cost;
    else isWhole = false;
    // Lines have no labels, so that they are not parsed after all.
    if (isAffordable) parts.push({ ...part, children: parsePart(source, part) });
    else parts.push({ ...part, type: 'plain', children: parseAsLines(source, part) });
  }
  const children = resolveLabels(source, parts, left).flatMap((part) => part.children);
  return { children, frontMatter, isWhole };
}
