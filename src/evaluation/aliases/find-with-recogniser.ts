import { findEntities } from '../../moderation/annotate/entities/find-entities.ts';
import type { NamedSpan } from '../../moderation/annotate/entities/named-span.ts';
import type { Entity } from '../../moderation/model/annotation.ts';
import type { RecognisedNames } from '../../moderation/model/entity-recogniser.ts';
import { joinLines } from '../join-lines.ts';

/** The names in the paragraphs of a text. */
export type Recognise = (paragraphs: readonly string[]) => RecognisedNames;

/** The entities of a text when another recogniser reads its paragraphs. */
export function findWithRecogniser(text: string, recognise: Recognise): readonly Entity[] {
  const paragraphs = text.split('\n\n');
  const { spans: places } = joinLines(paragraphs);
  const names = recognise(paragraphs).flatMap((found, block) => {
    const sentence = places[block] ?? { start: 0, end: 0 };
    return found.map((name): NamedSpan => {
      return { ...name, start: sentence.start + name.start, end: sentence.start + name.end, block, sentence };
    });
  });
  const blocks = places.map((place) => ({
    kind: 'paragraph' as const,
    ...place,
    sourceStart: place.start,
    sourceEnd: place.end,
  }));
  return findEntities({ text, edits: [], blocks, toSource: (span) => span }, names).entities;
}
