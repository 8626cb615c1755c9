import { readMarkdownText } from '../../markup/read-markdown-text.ts';
import type { Detection } from '../../model/finding.ts';
import type { LayoutBlock } from '../../model/layout-block.ts';
import type { Reading } from '../../model/reading.ts';
import type { Span } from '../../model/span.ts';
import { readFrontMatter } from './read-front-matter.ts';

function toDetection({ start, end }: Span): Detection {
  return {
    kind: 'hidden_text',
    rule: 'hidden.markup@1',
    start,
    end,
    confidence: 0.9,
    action: 'removed',
    message: 'hidden from readers by an attribute or a style',
    evidence: { characters: end - start },
  };
}

/** The first heading of the first level is the title, when it stands first or the front matter names no other. */
function nameTitle(layout: readonly (LayoutBlock & { readonly level: number })[], hasTitle: boolean): readonly LayoutBlock[] {
  const first = layout.findIndex(({ level }) => level === 1);
  return layout.map(({ kind, start, end }, index) => {
    const isTitle = index === first && (index === 0 || !hasTitle);
    return { kind: isTitle ? 'title' : kind, start, end };
  });
}

/**
 * A Markdown article (CommonMark with the extensions of GitHub) as plain text. Marks, addresses of links, pictures
 * with their texts and titles, references to footnotes and comments are no text; front matter is metadata. What was too much for the
 * parser is read as lines, `incomplete` says so. Never fails.
 */
export function readMarkdown(source: string): Reading {
  const { tree, text, pieces, layout, hidden } = readMarkdownText(source);
  const metadata = readFrontMatter(tree.frontMatter);
  return {
    text,
    pieces,
    layout: nameTitle(layout, metadata.title !== undefined),
    metadata,
    detections: hidden.map(toDetection),
    incomplete: tree.isWhole ? [] : ['extract'],
  };
}
