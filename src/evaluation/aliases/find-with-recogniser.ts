import { findEntities } from '../../moderation/annotate/entities/find-entities.ts';
import type { NamedSpan } from '../../moderation/annotate/entities/named-span.ts';
import type { Entity } from '../../moderation/model/annotation.ts';
import type { RecognisedNames } from '../../moderation/model/entity-recogniser.ts';
import type { Span } from '../../moderation/model/span.ts';
import { joinLines } from '../join-lines.ts';

/** The names in the paragraphs of a text. */
export type Recognise = (paragraphs: readonly string[]) => RecognisedNames;

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

function splitParagraph(paragraph: string, start: number): readonly Span[] {
  return [...SENTENCES.segment(paragraph)].map(({ index, segment }) => {
    return { start: start + index, end: start + index + segment.length };
  });
}

/** The entities of a text when another recogniser reads its paragraphs. */
export function findWithRecogniser(text: string, recognise: Recognise): readonly Entity[] {
  const paragraphs = text.split('\n\n');
  const { spans: places } = joinLines(paragraphs);
  const names = recognise(paragraphs).flatMap((found, block) => {
    const from = places[block]?.start ?? 0;
    const sentences = splitParagraph(paragraphs[block] ?? '', from);
    return found.map((name): NamedSpan => {
      const span = { start: from + name.start, end: from + name.end };
      return { ...name, ...span, block, sentence: sentences.find(({ end }) => end > span.start) ?? span };
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
