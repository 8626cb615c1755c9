import { findEntities } from '../../moderation/annotate/entities/find-entities.ts';
import { placeNames } from '../../moderation/annotate/entities/place-names.ts';
import type { Entity } from '../../moderation/model/annotation.ts';
import type { RecognisedNames } from '../../moderation/model/entity-recogniser.ts';
import { joinLines } from '../join-lines.ts';

/** The names in the paragraphs of a text. */
export type Recognise = (paragraphs: readonly string[]) => RecognisedNames;

/** The entities of a text when another recogniser reads its paragraphs. */
export function findWithRecogniser(text: string, recognise: Recognise): readonly Entity[] {
  const paragraphs = text.split('\n\n');
  const { spans: places } = joinLines(paragraphs);
  const shown = places.map((place, row) => ({ row, ...place }));
  const names = placeNames(text, shown, recognise(paragraphs));
  const blocks = places.map((place) => ({
    kind: 'paragraph' as const,
    ...place,
    sourceStart: place.start,
    sourceEnd: place.end,
  }));
  return findEntities({ text, edits: [], blocks, toSource: (span) => span }, names).entities;
}
