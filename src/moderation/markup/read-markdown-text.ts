import type { LayoutBlock } from '../model/layout-block.ts';
import type { Piece } from '../model/piece.ts';
import type { Span } from '../model/span.ts';
import { collectMarkdownBlocks } from './collect-markdown-blocks.ts';
import type { MarkdownRun } from './markdown-run.ts';
import { type MarkdownTree, parseMarkdown } from './parse-markdown.ts';

/** A Markdown article as plain text, its blocks parted by blank lines, with the way back to the source. */
export interface MarkdownText {
  readonly tree: MarkdownTree;
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Spans index the source. */
  readonly layout: readonly (LayoutBlock & { readonly level: number })[];
  /** Spans of the source that its HTML hides from readers. */
  readonly hidden: readonly Span[];
}

const SEPARATOR = '\n\n';

function trimStart(run: MarkdownRun): MarkdownRun {
  const text = run.text.trimStart();
  return run.isSame ? { ...run, text, start: run.end - text.length } : { ...run, text };
}

function trimEnd(run: MarkdownRun): MarkdownRun {
  const text = run.text.trimEnd();
  return run.isSame ? { ...run, text, end: run.start + text.length } : { ...run, text };
}

/** The runs of a block without the white space at its ends. */
function trimRuns(runs: readonly MarkdownRun[]): readonly MarkdownRun[] {
  const first = runs.findIndex(({ text }) => text.trim() !== '');
  const last = runs.findLastIndex(({ text }) => text.trim() !== '');
  if (first < 0) return [];
  return runs.slice(first, last + 1).map((run, index) => {
    const cut = index === 0 ? trimStart(run) : run;
    return index === last - first ? trimEnd(cut) : cut;
  });
}

class Writer {
  readonly pieces: Piece[] = [];
  private readonly parts: string[] = [];
  private length = 0;

  get text(): string {
    return this.parts.join('');
  }

  separate(): void {
    if (this.length === 0) return;
    this.parts.push(SEPARATOR);
    this.length += SEPARATOR.length;
  }

  write({ text, start, end, isSame }: MarkdownRun): void {
    if (text === '') return;
    const last = this.pieces.at(-1);
    const touches = last?.isSame && isSame && last.at + last.length === this.length && last.source + last.length === start;
    const piece = { at: this.length, length: text.length, source: start, sourceLength: end - start, isSame };
    if (last && touches) {
      const length = last.length + text.length;
      this.pieces[this.pieces.length - 1] = { ...last, length, sourceLength: length };
    } else this.pieces.push(piece);
    this.parts.push(text);
    this.length += text.length;
  }
}

/** Reads a Markdown article as plain text. Never fails; its time is bounded by that of the parser and linear otherwise. */
export function readMarkdownText(source: string): MarkdownText {
  const tree = parseMarkdown(source);
  const { blocks, hidden } = collectMarkdownBlocks(source, tree.children);
  const writer = new Writer();
  const layout: (LayoutBlock & { readonly level: number })[] = [];
  for (const { kind, runs, level } of blocks) {
    const trimmed = trimRuns(runs);
    const first = trimmed[0];
    if (!first) continue;
    writer.separate();
    for (const run of trimmed) writer.write(run);
    layout.push({ kind, start: first.start, end: trimmed.at(-1)?.end ?? first.end, level });
  }
  return { tree, text: writer.text, pieces: writer.pieces, layout, hidden };
}
