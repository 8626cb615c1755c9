import { annotate } from '../../index.ts';
import type { NameMention } from './name-mention.ts';

const THE = /^the\s+/iu;
const POSSESSIVE = /['’]s?$/u;

/** From end to end: the entity of each mention that `annotate` finds with the same first and last letter, but for "the" and possessives. */
export function annotateWithCopydesk(text: string, mentions: readonly NameMention[]): readonly (string | undefined)[] {
  const groups = new Map<string, string>();
  for (const { id, mentions: found } of annotate(text).entities) {
    for (const { start, end, text: surface } of found) {
      const from = start + (THE.exec(surface)?.[0].length ?? 0);
      const to = end - (POSSESSIVE.exec(surface)?.[0].length ?? 0);
      groups.set(`${from} ${to}`, id);
    }
  }
  return mentions.map(({ start, end }) => groups.get(`${start} ${end}`));
}
