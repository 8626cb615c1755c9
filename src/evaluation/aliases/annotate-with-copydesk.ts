import { annotate } from '../../index.ts';
import type { Groups } from './judged-document.ts';
import type { NameMention } from './name-mention.ts';

const THE = /^the\s+/iu;
const POSSESSIVE = /['’]s?$/u;

interface AnnotatedMentions {
  readonly groups: Groups;
  /** All entities by falling salience, also those that the data has no mention of. */
  readonly ranked: readonly string[];
}

/** From end to end: the entity of each mention that `annotate` finds with the same first and last letter, but for "the" and possessives. */
export function annotateWithCopydesk(text: string, mentions: readonly NameMention[]): AnnotatedMentions {
  const { entities } = annotate(text);
  const owners = new Map<string, string>();
  for (const { id, mentions: found } of entities) {
    for (const { start, end, text: surface } of found) {
      const from = start + (THE.exec(surface)?.[0].length ?? 0);
      const to = end - (POSSESSIVE.exec(surface)?.[0].length ?? 0);
      owners.set(`${from} ${to}`, id);
    }
  }
  return { groups: mentions.map(({ start, end }) => owners.get(`${start} ${end}`)), ranked: entities.map(({ id }) => id) };
}
