import type { Entity, EntityType } from '../../../../src/moderation/model/annotation.ts';

/** Entities for every place of names in a text, as a recogniser of names would state them. */
export function nameEntities(text: string, names: readonly (readonly [EntityType, string, short?: string])[]): readonly Entity[] {
  return names.map(([type, name, short], at) => ({
    id: `e${at + 1}`,
    type,
    confidence: 0.9,
    name,
    aliases: [],
    roles: [],
    salience: 0.5,
    mentions: [...text.matchAll(new RegExp(`${name}|${short ?? name}`, 'gu'))].map(({ 0: found, index }) => {
      const place = { start: index, end: index + found.length };
      const source = { sourceStart: place.start, sourceEnd: place.end };
      return { ...place, ...source, text: found, confidence: 0.9, block: 0, sentence: { start: 0, end: text.length } };
    }),
  }));
}
