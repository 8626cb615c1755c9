import type { NameMention } from './name-mention.ts';

/** Baseline: the same letters name the same thing. */
export function linkByString(mentions: readonly NameMention[]): readonly string[] {
  return mentions.map(({ text }) => text);
}
