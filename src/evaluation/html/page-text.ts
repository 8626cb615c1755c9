import type { TextNode } from './text-node.ts';

/** The text of a whole page as a reader sees it, blocks on lines of their own. */
export function pageText(nodes: readonly TextNode[]): string {
  return nodes.map(({ text }) => text).join('');
}
