import type { BlockKind } from '../../model/block.ts';

const HEADING = /^h[1-6]$/;

/** Of a heading, 1 to 6; 0 of everything else. */
export function levelOfElement(tag: string): number {
  return HEADING.test(tag) ? Number(tag.slice(1)) : 0;
}

/** What a block of an element is; one that says nothing of that is what is `around` it. */
export function kindOfElement(tag: string, around: BlockKind): BlockKind {
  if (HEADING.test(tag)) return 'heading';
  switch (tag) {
    case 'summary':
      return 'heading';
    case 'pre':
    case 'xmp':
    case 'listing':
    case 'plaintext':
      return 'code';
    case 'blockquote':
      return 'quote';
    case 'li':
      return 'list_item';
    case 'figcaption':
    case 'caption':
      return 'caption';
    default:
      return around;
  }
}
