import type { Nodes } from 'mdast';
import type { Span } from '../model/span.ts';

/** A node of the tree of a Markdown text; spans index the whole source. */
export interface MarkdownNode extends Span {
  readonly type: Nodes['type'];
  readonly children: readonly MarkdownNode[];
  /** The text of a leaf after unescaping, without the prefixes of the containers around it. */
  readonly value?: string;
  /** Level of a heading, 1 to 6. */
  readonly depth?: number;
  /** Label of a definition or a reference, normalised. */
  readonly identifier?: string;
}
