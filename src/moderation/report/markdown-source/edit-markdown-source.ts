import type { MarkdownNode } from '../../markup/markdown-node.ts';
import { type MarkdownText, readMarkdownText } from '../../markup/read-markdown-text.ts';
import type { Block } from '../../model/block.ts';
import type { Edit } from '../../model/edit.ts';
import type { ModeratedArticle } from '../../model/moderated-article.ts';
import type { Span } from '../../model/span.ts';
import { lowerBound } from '../../text/lower-bound.ts';
import { escapeInline, escapeMarkdown } from '../escape-markdown.ts';
import { findSourceChanges, type SourceChanges } from './find-source-changes.ts';
import { removeNodes, type SourceState } from './remove-nodes.ts';
import { SpanCounter } from './span-counter.ts';
import { tightenEmphasis } from './tighten-emphasis.ts';

/** An edit that reaches into an earlier one begins where that one ends. */
function applyEdits(source: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, replacement } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    parts.push(source.slice(at, Math.max(at, start)), replacement);
    at = Math.max(at, end);
  }
  return parts.join('') + source.slice(at);
}

/** The edits that touch none of the spans. */
function outside(edits: readonly Edit[], spans: readonly Span[]): readonly Edit[] {
  const counter = new SpanCounter([...spans].sort((a, b) => a.start - b.start));
  return edits.filter(({ start, end }) => !counter.firstIn({ start, end: Math.max(end, start + 1) }));
}

function rootOf({ tree }: MarkdownText, source: string): MarkdownNode {
  return { type: 'root', start: 0, end: source.length, children: tree.children };
}

function listHidden(result: ModeratedArticle): readonly Span[] {
  return result.findings.filter(
    ({ kind, action, rule }) => kind === 'hidden_text' && action === 'removed' && rule === 'hidden.markup@1',
  );
}

const byStart = (a: Span, b: Span): number => a.start - b.start;

function toState(source: string, { texts, kept }: SourceChanges, hidden: readonly Span[]): SourceState {
  return { source, texts: new SpanCounter([...texts, ...hidden].sort(byStart)), kept: new SpanCounter(kept) };
}

function escapeChange(source: string, { start, end, replacement }: Edit): Edit {
  return { start, end, replacement: source.slice(start, end) === replacement ? replacement : escapeInline(replacement) };
}

/** Leaves of which a part was changed. */
function findChanged(node: MarkdownNode, changes: SpanCounter, removed: ReadonlySet<MarkdownNode>): readonly MarkdownNode[] {
  if (removed.has(node)) return [];
  if (node.type === 'paragraph' || node.type === 'heading') return changes.firstIn(node) ? [node] : [];
  return node.children.flatMap((child) => findChanged(child, changes, removed));
}

/** The blocks of the result that begin in a span of the source. */
function blocksIn({ start, end }: Span, blocks: readonly Block[], starts: Float64Array): readonly Block[] {
  return blocks.slice(lowerBound(starts, starts.length, start), lowerBound(starts, starts.length, end));
}

/** Writes the text of leaves anew, without their marks. */
function rewriteLeaves(leaves: readonly MarkdownNode[], { text, blocks }: ModeratedArticle): readonly Edit[] {
  const starts = Float64Array.from(blocks, ({ sourceStart }) => sourceStart);
  return leaves.flatMap((leaf) => {
    const first = leaf.children[0];
    const last = leaf.children.at(-1);
    const lines = blocksIn(leaf, blocks, starts).flatMap(({ start, end }) => text.slice(start, end).split('\n'));
    if (!first || !last || lines.length === 0) return [];
    return [{ start: first.start, end: last.end, replacement: lines.map(escapeMarkdown).join(' ') }];
  });
}

/**
 * A Markdown article with nothing but the cleaning done to it: `result.edits` carried out on its source, marks that have
 * lost their text taken along. Every draft is read again, and only one that says exactly the cleaned text is good; the
 * second writes the changed paragraphs anew, without their marks. Nothing when neither does.
 */
export function editMarkdownSource(result: ModeratedArticle, source: string): string | undefined {
  const view = readMarkdownText(source);
  const root = rootOf(view, source);
  const hidden = listHidden(result);
  const found = findSourceChanges(source, view, result.edits);
  const state = toState(source, found, hidden);
  const removal = removeNodes(root, state);
  const hiding = outside(
    hidden.map(({ start, end }) => ({ start, end, replacement: '' })),
    removal.edits,
  );
  const changes = outside(found.changes, [...removal.edits, ...hidden]);
  const tight = tightenEmphasis(root, state, removal.nodes);
  const escaped = changes.map((change) => escapeChange(source, change));
  const draft = applyEdits(source, [...removal.edits, ...hiding, ...escaped, ...tight]);
  if (readMarkdownText(draft).text === result.text) return draft;
  const leaves = findChanged(root, new SpanCounter(found.changes), removal.nodes);
  const rewritten = rewriteLeaves(leaves, result);
  const inner = outside([...removal.edits, ...hiding, ...escaped], rewritten);
  const second = applyEdits(source, [...inner, ...rewritten]);
  return readMarkdownText(second).text === result.text ? second : undefined;
}
