import type { Block } from '../../../model/block.ts';
import type { CleanedText } from '../../../model/cleaned-text.ts';
import type { NamedSpan } from '../named-span.ts';

/** Shares of salience; they add up to 1. */
const COUNT_SHARE = 0.6;
const TITLE_SHARE = 0.25;
const LEAD_SHARE = 0.15;

function standsIn(block: Block | undefined, mentions: readonly NamedSpan[]): boolean {
  return block !== undefined && mentions.some(({ start }) => start >= block.start && start < block.end);
}

/** How much an article is about an entity, 0 to 1; `most` is the number of mentions of the entity that has the most. */
export function measureSalience({ blocks }: CleanedText, mentions: readonly NamedSpan[], most: number): number {
  const title = blocks.find(({ kind }) => kind === 'title');
  const lead = blocks.find(({ kind }) => kind === 'paragraph');
  const places = (standsIn(title, mentions) ? TITLE_SHARE : 0) + (standsIn(lead, mentions) ? LEAD_SHARE : 0);
  return (COUNT_SHARE * mentions.length) / most + places;
}
