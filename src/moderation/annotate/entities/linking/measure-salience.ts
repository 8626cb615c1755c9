import type { Span } from '../../../model/span.ts';
import type { NamedSpan } from '../named-span.ts';

/**
 * Shares of salience; they add up to 1. In 102 documents of GUM with names given, the count alone puts the thing first that is mentioned
 * most often, by pronouns and descriptions as well, in 80 % of them, the first place alone in 57 %, these shares (the first 120 characters
 * being the title) in 82 %.
 */
const COUNT_SHARE = 0.7;
const TITLE_SHARE = 0.2;
const FIRST_SHARE = 0.1;

/**
 * How much an article is about an entity, 0 to 1: its mentions by those of the entity that has the `most`, whether it stands in the title,
 * and how early it is named first in a text of `length` UTF-16 code units. Without a title the other shares count for all. `mentions` are in order of
 * their place.
 */
export function measureSalience(length: number, title: Span | undefined, mentions: readonly NamedSpan[], most: number): number {
  const inTitle = title !== undefined && mentions.some(({ start }) => start >= title.start && start < title.end);
  const first = 1 - (mentions[0]?.start ?? 0) / Math.max(1, length);
  const got = (COUNT_SHARE * mentions.length) / Math.max(1, most) + (inTitle ? TITLE_SHARE : 0) + FIRST_SHARE * first;
  return title ? got : got / (1 - TITLE_SHARE);
}
