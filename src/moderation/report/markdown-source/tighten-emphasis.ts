import type { MarkdownNode } from '../../markup/markdown-node.ts';
import type { Edit } from '../../model/edit.ts';
import type { SourceState } from './remove-nodes.ts';

const TIGHT = new Set<MarkdownNode['type']>(['emphasis', 'strong', 'delete']);
/** Levels of emphasis inside one another that are mended. */
const MAX_DEPTH = 20;

const isBlank = (sign: string | undefined): boolean => sign === ' ' || sign === '\t';

/** Blanks that came to stand at the inner side of the marks of emphasis, which are marks only beside text: they move outside. */
function moveBlanks(node: MarkdownNode, { source, kept, texts }: SourceState): readonly Edit[] {
  const first = kept.firstIn(node);
  const last = kept.lastIn(node);
  if (!first || !last) return [];
  let { start } = first;
  let { end } = last;
  while (start < last.end && isBlank(source[start])) start++;
  while (end > start && isBlank(source[end - 1])) end--;
  const isCutBefore = start > Math.max(first.start, node.start) && texts.firstIn(node)?.start !== first.start;
  const isCutAfter = end < Math.min(last.end, node.end) && texts.lastIn(node)?.end !== last.end;
  return [
    ...(isCutBefore
      ? [
          { start: node.start, end: node.start, replacement: ' ' },
          { start: first.start, end: start, replacement: '' },
        ]
      : []),
    ...(isCutAfter
      ? [
          { start: end, end: last.end, replacement: '' },
          { start: node.end, end: node.end, replacement: ' ' },
        ]
      : []),
  ];
}

/** Edits that keep emphasis of which a part went emphasis. */
export function tightenEmphasis(
  node: MarkdownNode,
  state: SourceState,
  removed: ReadonlySet<MarkdownNode>,
  depth = 0,
): readonly Edit[] {
  if (removed.has(node) || depth > MAX_DEPTH) return [];
  const own = TIGHT.has(node.type) ? moveBlanks(node, state) : [];
  if (own.length > 0) return own;
  return node.children.flatMap((child) => tightenEmphasis(child, state, removed, depth + 1));
}
