import type { RandomSource } from '../token-model/random-source.ts';
import type { Part } from './parse-template.ts';
import type { Piece } from './piece.ts';

/** Fills a slot; the same key means the same thing within a sentence. */
export type FillSlot = (name: string, key: string) => readonly Piece[];

/** The pieces of a sentence by a template, its choices made at random. */
export function expandTemplate(parts: readonly Part[], random: RandomSource, fill: FillSlot): readonly Piece[] {
  return parts.flatMap((part): readonly Piece[] => {
    if (part.kind === 'text') return [{ text: part.text }];
    if (part.kind === 'slot') return fill(part.name, part.key);
    if (part.kind === 'name')
      return [
        {
          text: expandTemplate(part.parts, random, fill)
            .map(({ text }) => text)
            .join(''),
          type: part.type,
        },
      ];
    return expandTemplate(random.pick(part.options), random, fill);
  });
}
