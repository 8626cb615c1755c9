import type { MarkdownNode } from '../../markup/markdown-node.ts';
import type { Edit } from '../../model/edit.ts';
import type { Span } from '../../model/span.ts';
import type { SpanCounter } from './span-counter.ts';

/** What is known of the text of a Markdown source after cleaning. */
export interface SourceState {
  readonly source: string;
  readonly texts: SpanCounter;
  readonly kept: SpanCounter;
}

/** Nodes of the tree that go as a whole, and what has to be deleted for it. */
export interface Removal {
  readonly nodes: ReadonlySet<MarkdownNode>;
  readonly edits: readonly Edit[];
}

const MEDIA = /<(?:img|video|audio|iframe|picture|svg|object|embed)[\s>/]/iu;
/** Their children can only go together: a row of a table has all of its cells. */
const WHOLE = new Set<MarkdownNode['type']>(['tableRow']);

function holdsMedia(node: MarkdownNode): boolean {
  if (node.type === 'image' || node.type === 'imageReference') return true;
  if (node.type === 'html') return MEDIA.test(node.value ?? '');
  return node.children.some(holdsMedia);
}

function countLineEnds(text: string): number {
  return text.match(/\r\n|\n|\r/gu)?.length ?? 0;
}

const isInline = (parent: MarkdownNode['type']): boolean =>
  !['root', 'blockquote', 'list', 'listItem', 'footnoteDefinition', 'table'].includes(parent);

class NodeRemover {
  readonly nodes = new Set<MarkdownNode>();
  readonly edits: Edit[] = [];
  private readonly state: SourceState;

  constructor(state: SourceState) {
    this.state = state;
  }

  /** True when a node had text, none of it stayed, and it shows nothing else. */
  private isEmptied(node: MarkdownNode): boolean {
    const { texts, kept } = this.state;
    return texts.firstIn(node) !== undefined && kept.firstIn(node) === undefined && !holdsMedia(node);
  }

  private delete(start: number, end: number, replacement = ''): void {
    this.edits.push({ start, end, replacement });
  }

  /** Deletes neighbours of a flow with the blank line that parted them from what stays. */
  private deleteBlocks(span: Span, before: number | undefined, after: number | undefined, isList: boolean): void {
    const { source } = this.state;
    if (before === undefined || after === undefined) {
      this.delete(before ?? span.start, after ?? span.end);
      return;
    }
    const gap = source.slice(before, span.start);
    if (isList || countLineEnds(gap) > 1) this.delete(span.start, after);
    else if (countLineEnds(source.slice(span.end, after)) > 1) this.delete(before, span.end);
    // Without a blank line on either side, what stood apart would become one paragraph.
    else this.delete(span.start, after, gap);
  }

  private deleteRows(span: Span): void {
    const { source } = this.state;
    let start = span.start;
    while (start > 0 && source[start - 1] !== '\n' && source[start - 1] !== '\r') start--;
    const end = source[start - 2] === '\r' ? start - 2 : start - 1;
    this.delete(Math.max(0, end), span.end);
  }

  private deleteRun(parent: MarkdownNode, from: number, to: number): void {
    const first = parent.children[from];
    const last = parent.children[to];
    if (!first || !last) return;
    const span = { start: first.start, end: last.end };
    if (isInline(parent.type)) this.delete(span.start, span.end);
    else if (parent.type === 'table') this.deleteRows(span);
    else this.deleteBlocks(span, parent.children[from - 1]?.end, parent.children[to + 1]?.start, parent.type === 'list');
  }

  /** Text has no marks to take along, and a table without its first row is none. */
  private canGo(parent: MarkdownNode, node: MarkdownNode, index: number): boolean {
    return node.type !== 'text' && (parent.type !== 'table' || index > 0) && this.isEmptied(node);
  }

  visit(parent: MarkdownNode): void {
    if (WHOLE.has(parent.type)) {
      for (const cell of parent.children) this.visit(cell);
      return;
    }
    let from = -1;
    for (const [index, node] of parent.children.entries()) {
      if (this.canGo(parent, node, index)) {
        this.nodes.add(node);
        if (from < 0) from = index;
      } else {
        if (from >= 0) this.deleteRun(parent, from, index - 1);
        from = -1;
        this.visit(node);
      }
    }
    if (from >= 0) this.deleteRun(parent, from, parent.children.length - 1);
  }
}

function* walk(node: MarkdownNode, removed: ReadonlySet<MarkdownNode>): Generator<MarkdownNode> {
  if (removed.has(node)) return;
  yield node;
  for (const child of node.children) yield* walk(child, removed);
}

/** References to a footnote that is gone would be read as text. */
function deleteReferences(root: MarkdownNode, removed: ReadonlySet<MarkdownNode>): readonly Edit[] {
  const gone = new Set([...removed].flatMap(({ type, identifier }) => (type === 'footnoteDefinition' ? [identifier] : [])));
  if (gone.size === 0) return [];
  return [...walk(root, removed)]
    .filter(({ type, identifier }) => type === 'footnoteReference' && gone.has(identifier))
    .map(({ start, end }) => ({ start, end, replacement: '' }));
}

/**
 * Takes out the nodes of which no text stayed: paragraphs with their blank line, list items with their marker, lines of
 * quotes with their marks, links and emphasis with all that makes them. Pictures stay.
 */
export function removeNodes(root: MarkdownNode, state: SourceState): Removal {
  const remover = new NodeRemover(state);
  remover.visit(root);
  return { nodes: remover.nodes, edits: [...remover.edits, ...deleteReferences(root, remover.nodes)] };
}
