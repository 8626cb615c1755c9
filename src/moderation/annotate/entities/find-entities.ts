import type { Entity } from '../../model/annotation.ts';
import type { CleanedText } from '../../model/cleaned-text.ts';
import { readSentences } from '../tokens/read-sentences.ts';
import type { Sentence } from '../tokens/sentence.ts';
import { findLimit } from './find-limit.ts';
import { linkMentions } from './link-mentions.ts';
import type { NamedSpan } from './named-span.ts';
import { rankEntities } from './rank-entities.ts';
import { recogniseNames } from './recognise-names.ts';
import { shippedNameModel } from './shipped-name-model.ts';

/**
 * The named entities of an English text, and whether the text was too long to be read to its end. `given`: the names
 * that another recogniser found; `sentences`: those before `findLimit`, where they have been read already.
 */
export function findEntities(
  cleaned: CleanedText,
  given?: readonly NamedSpan[],
  sentences?: readonly Sentence[],
): { readonly entities: readonly Entity[]; readonly complete: boolean } {
  const limit = findLimit(cleaned);
  const spans = given ?? recogniseNames(cleaned.text, sentences ?? readSentences(cleaned, limit), shippedNameModel());
  return { entities: rankEntities(linkMentions(cleaned.text, spans), cleaned), complete: limit === cleaned.text.length };
}
