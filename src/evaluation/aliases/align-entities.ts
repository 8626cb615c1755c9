import type { Entity } from '../../moderation/model/annotation.ts';
import type { Groups } from './judged-document.ts';
import type { NameMention } from './name-mention.ts';

const THE = /^the\s+/iu;
const POSSESSIVE = /['’]s?$/u;

/** The entity of each mention that was found with the same first and last letter, but for "the" and possessives. */
export function alignEntities(entities: readonly Entity[], mentions: readonly NameMention[]): Groups {
  const owners = new Map<string, string>();
  for (const { id, mentions: found } of entities) {
    for (const { start, end, text } of found) {
      const from = start + (THE.exec(text)?.[0].length ?? 0);
      const to = end - (POSSESSIVE.exec(text)?.[0].length ?? 0);
      owners.set(`${from} ${to}`, id);
    }
  }
  return mentions.map(({ start, end }) => owners.get(`${start} ${end}`));
}
