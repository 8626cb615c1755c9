import type { Nodes } from 'mdast';
import { fromMarkdown, type Options } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Span } from '../model/span.ts';
import type { MarkdownNode } from './markdown-node.ts';

/** Without the transforms that look for addresses once more in finished text: they make nodes without a place. */
const OPTIONS: Options = {
  extensions: [gfm()],
  mdastExtensions: [gfmFromMarkdown().map(({ transforms: _, ...extension }) => extension)],
};

function spanOf(node: Nodes, shift: number): Span {
  const { position } = node;
  return { start: (position?.start.offset ?? 0) + shift, end: (position?.end.offset ?? 0) + shift };
}

function convert(node: Nodes, shift: number): MarkdownNode {
  return {
    type: node.type,
    ...spanOf(node, shift),
    children: 'children' in node ? node.children.map((child) => convert(child, shift)) : [],
    ...('value' in node ? { value: node.value } : {}),
    ...('depth' in node ? { depth: node.depth } : {}),
    ...('identifier' in node ? { identifier: node.identifier } : {}),
    ...('url' in node ? { url: node.url } : {}),
    ...('alt' in node && node.alt ? { alt: node.alt } : {}),
    ...(node.type === 'list' && node.ordered ? { firstNumber: node.start ?? 1 } : {}),
    ...('spread' in node && node.spread ? { isLoose: true } : {}),
  };
}

/**
 * The blocks of a part of a Markdown text (CommonMark with the extensions of GitHub). `labels` are those that other parts
 * define; the parser is told of them by definitions before the part, which are no part of the answer. Nothing when the
 * parser gives up.
 */
export function parseMixedMarkdown(source: string, part: Span, labels: readonly string[]): readonly MarkdownNode[] | undefined {
  try {
    return parse(source, part, labels);
  } catch (error) {
    // The parser calls itself for each level of nesting and may run out of stack.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function parse(source: string, { start, end }: Span, labels: readonly string[]): readonly MarkdownNode[] {
  // Indented code behind the definition of a note would belong to it, but for the break; the line end keeps the parser from dropping a byte order mark.
  const known = labels.length === 0 ? '' : `${labels.map((label) => `[${label}]: .\n\n`).join('')}***\n`;
  const prefix = `${known}\n`;
  const { children } = fromMarkdown(prefix + source.slice(start, end), OPTIONS);
  const shift = start - prefix.length;
  return children.map((node) => convert(node, shift)).filter((node) => node.start >= start);
}
