import type { BlockKind } from '../model/block.ts';
import type { Span } from '../model/span.ts';
import { alignCodeBlock } from './align-code-block.ts';
import { alignInlineCode, alignMarkdown } from './align-markdown.ts';
import type { MarkdownBlock } from './markdown-block.ts';
import type { MarkdownNode } from './markdown-node.ts';
import type { MarkdownRun } from './markdown-run.ts';
import { readHtmlBlock, SILENT_TAGS } from './read-html-block.ts';
import { type HtmlTag, readTag } from './read-tag.ts';

function tagOf(source: string, node: MarkdownNode): HtmlTag | undefined {
  return node.type === 'html' ? readTag(source, node.start, node.end) : undefined;
}

/** Without a spread, which would put as many arguments on the stack. */
function pushAll<T>(list: T[], more: readonly T[]): void {
  for (const item of more) list.push(item);
}

/** Where something that is no text was left out between two blanks, one of them goes with it. */
function closeSeams(runs: readonly MarkdownRun[]): readonly MarkdownRun[] {
  return runs.flatMap((run, index) => {
    const before = runs[index - 1];
    const isSeam = before?.text.endsWith(' ') && before.end < run.start && run.text.startsWith(' ');
    if (!isSeam || !run.isSame) return [run];
    return run.text.length === 1 ? [] : [{ ...run, text: run.text.slice(1), start: run.start + 1 }];
  });
}

/** A line end stands for the marks of containers at the beginning of the next line as well, whatever begins there. */
function extendBreaks(source: string, runs: readonly MarkdownRun[]): readonly MarkdownRun[] {
  return runs.map((run, index) => {
    const last = source[run.end - 1];
    if (run.isSame || (last !== '\n' && last !== '\r')) return run;
    const limit = runs[index + 1]?.start ?? run.end;
    let { end } = run;
    while (end < limit && (source[end] === ' ' || source[end] === '\t' || source[end] === '>')) end++;
    return { ...run, end };
  });
}

class Collector {
  readonly blocks: MarkdownBlock[] = [];
  readonly hidden: Span[] = [];
  private readonly source: string;
  /** Quotes around the node that is visited. */
  private quotes = 0;

  constructor(source: string) {
    this.source = source;
  }

  private addBlock(kind: BlockKind, runs: readonly MarkdownRun[], level = 0): void {
    this.blocks.push({ kind, runs, level });
  }

  /** Index of the tag that ends the element which the tag at `at` begins; `at` when none does. */
  private findClosing(children: readonly MarkdownNode[], at: number, name: string): number {
    let depth = 0;
    for (let index = at; index < children.length; index++) {
      const node = children[index];
      const tag = node && tagOf(this.source, node);
      if (tag?.name === name) depth += tag.isClosing ? -1 : 1;
      if (depth === 0) return index;
    }
    return at;
  }

  /** The last of the children that an inline tag takes out of the text: those of a script, and those that it hides. */
  private skipTag(children: readonly MarkdownNode[], at: number, node: MarkdownNode, runs: MarkdownRun[]): number {
    const tag = tagOf(this.source, node);
    if (!tag || tag.isClosing) return at;
    if (tag.name === 'br') runs.push({ text: '\n', start: node.start, end: node.end, isSame: false });
    if (!tag.hides && !SILENT_TAGS.has(tag.name)) return at;
    const last = this.findClosing(children, at, tag.name);
    const closing = children[last];
    if (tag.hides && closing && closing.start > node.end) this.hidden.push({ start: node.end, end: closing.start });
    return last;
  }

  /** The text of inline nodes; that of pictures and footnote references is no text of the article. */
  private readInline(children: readonly MarkdownNode[], runs: MarkdownRun[]): void {
    for (let at = 0; at < children.length; at++) {
      const node = children[at];
      if (!node) continue;
      const { type, value = '' } = node;
      if (type === 'text') pushAll(runs, alignMarkdown(this.source, value, node));
      else if (type === 'inlineCode') pushAll(runs, alignInlineCode(this.source, value, node));
      else if (type === 'break') runs.push({ text: '\n', start: node.start, end: node.end, isSame: false });
      else if (type === 'html') at = this.skipTag(children, at, node, runs);
      else this.readInline(node.children, runs);
    }
  }

  private inlineRuns(children: readonly MarkdownNode[]): readonly MarkdownRun[] {
    const runs: MarkdownRun[] = [];
    this.readInline(children, runs);
    return extendBreaks(this.source, closeSeams(runs));
  }

  private readParagraph(node: MarkdownNode, kind: BlockKind): void {
    const [first, ...others] = node.children;
    const runs = this.inlineRuns(node.children);
    const telling = others.filter(({ type, value = '' }) => type !== 'break' && (type !== 'text' || value.trim() !== ''));
    const isPicture = first?.type === 'image';
    // A picture with a line in italics below it: its caption.
    const isCaption = isPicture && telling.length === 1 && telling[0]?.type === 'emphasis';
    this.addBlock(isCaption ? 'caption' : kind, runs);
  }

  /** All of a table is one block: its cells are parted by tabs, its rows by line ends. */
  private readTable(table: MarkdownNode): void {
    const runs: MarkdownRun[] = [];
    for (const [row, { children }] of table.children.entries()) {
      for (const [column, cell] of children.entries()) {
        const cellRuns = this.inlineRuns(cell.children);
        const before = runs.at(-1)?.end ?? table.start;
        const end = cellRuns[0]?.start ?? Math.max(before, cell.start + 1);
        const sign = column > 0 ? '\t' : '\n';
        if (row > 0 || column > 0) runs.push({ text: sign, start: before, end, isSame: false });
        pushAll(runs, cellRuns);
      }
    }
    this.addBlock('table', runs);
  }

  private readHtml(node: MarkdownNode, kind: BlockKind): void {
    const { blocks, hidden } = readHtmlBlock(this.source, node, kind, this.quotes > 0);
    pushAll(this.blocks, blocks);
    pushAll(this.hidden, hidden);
  }

  private visitAll(nodes: readonly MarkdownNode[], kind: BlockKind): void {
    for (const node of nodes) this.visit(node, kind);
  }

  visit(node: MarkdownNode, kind: BlockKind): void {
    switch (node.type) {
      case 'paragraph':
        this.readParagraph(node, kind);
        break;
      case 'heading':
        this.addBlock('heading', this.inlineRuns(node.children), node.depth ?? 1);
        break;
      case 'code':
        this.addBlock('code', alignCodeBlock(this.source, node.value ?? '', node));
        break;
      case 'table':
        this.readTable(node);
        break;
      case 'html':
        this.readHtml(node, kind);
        break;
      case 'blockquote':
        this.quotes++;
        this.visitAll(node.children, 'quote');
        this.quotes--;
        break;
      case 'list':
        this.visitAll(node.children, 'list_item');
        break;
      case 'listItem':
      case 'footnoteDefinition':
        this.visitAll(node.children, kind);
        break;
      // Rules, definitions and front matter are no text.
      default:
        break;
    }
  }
}

/** The blocks of text of a Markdown tree in the order of the source, and the spans that its HTML hides from readers. */
export function collectMarkdownBlocks(
  source: string,
  nodes: readonly MarkdownNode[],
): { readonly blocks: readonly MarkdownBlock[]; readonly hidden: readonly Span[] } {
  const collector = new Collector(source);
  for (const node of nodes) collector.visit(node, 'paragraph');
  return collector;
}
