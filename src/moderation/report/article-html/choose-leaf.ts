import type { BlockKind } from '../../model/block.ts';
import type { Place, Wrapper } from './source-tree.ts';

/** Where a block goes: its containers, and the element of its own inside them; without one it stands in the last container. */
export interface Leaf {
  readonly containers: readonly Wrapper[];
  readonly tag: string | undefined;
}

/** Containers that may hold the words of one block without an element of its own. */
const HOLDERS = new Set(['li', 'dt', 'dd', 'td', 'th', 'figcaption', 'caption']);

function wrapCaption(containers: readonly Wrapper[], place: Place): readonly Wrapper[] {
  const element = { ...place.block };
  return [...containers, { tag: 'figure', element }, { tag: 'figcaption', element }];
}

/** A paragraph, or nothing but its words where an item, a cell or a caption is all that is around it. */
function chooseParagraph(containers: readonly Wrapper[], place: Place, isEmpty: boolean): Leaf {
  const isHeld = HOLDERS.has(containers.at(-1)?.tag ?? '') && isEmpty && !place.isParagraph;
  return { containers, tag: isHeld ? undefined : 'p' };
}

/** What only reads like a heading stays the paragraph or item that its source says it is. */
function chooseHeading(containers: readonly Wrapper[], place: Place, isEmpty: boolean): Leaf {
  const isTold = place.isParagraph || HOLDERS.has(containers.at(-1)?.tag ?? '');
  if (place.heading === 0 && isTold) return chooseParagraph(containers, place, isEmpty);
  return { containers, tag: `h${Math.max(2, place.heading)}` };
}

/** The element for a block at a place. `isEmpty`: nothing stands in the last of `containers` yet. */
export function chooseLeaf(kind: BlockKind, containers: readonly Wrapper[], place: Place, isEmpty: boolean): Leaf {
  switch (kind) {
    case 'title':
      return { containers: [], tag: 'h1' };
    case 'heading':
      return chooseHeading(containers, place, isEmpty);
    case 'code':
      return { containers, tag: 'pre' };
    case 'quote': {
      const isQuoted = containers.some(({ tag }) => tag === 'blockquote');
      return { containers: isQuoted ? containers : [...containers, { tag: 'blockquote', element: place.block }], tag: 'p' };
    }
    case 'caption': {
      if (HOLDERS.has(containers.at(-1)?.tag ?? '')) return chooseParagraph(containers, place, isEmpty);
      return { containers: wrapCaption(containers, place), tag: undefined };
    }
    case 'paragraph':
    case 'list_item':
    case 'table':
      return chooseParagraph(containers, place, isEmpty);
    default:
      return kind satisfies never;
  }
}
