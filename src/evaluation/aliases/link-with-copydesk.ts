import { linkMentions } from '../../moderation/annotate/entities/link-mentions.ts';
import type { NameMention } from './name-mention.ts';

/** The linker alone: names and their types are given. The group of each mention. */
export function linkWithCopydesk(text: string, mentions: readonly NameMention[]): readonly string[] {
  const spans = mentions.map(({ start, end, type }) => ({ start, end, type, confidence: 1, block: 0, sentence: { start, end } }));
  const groups = new Map<number, string>();
  for (const [row, group] of linkMentions(text, spans).entries()) for (const { start } of group) groups.set(start, String(row));
  return mentions.map(({ start }) => groups.get(start) ?? '');
}
