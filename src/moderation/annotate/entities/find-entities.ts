import type { Entity } from '../../model/annotation.ts';
import type { CleanedText } from '../../model/cleaned-text.ts';
import { readSentences } from '../tokens/read-sentences.ts';
import { findLimit } from './find-limit.ts';
import { linkMentions } from './link-mentions.ts';
import { nameRoles } from './name-roles.ts';
import type { NamedSpan } from './named-span.ts';
import { rankEntities } from './rank-entities.ts';
import { recogniseNames } from './recognise-names.ts';
import { shippedNameModel } from './shipped-name-model.ts';

/**
 * The named entities of an English text, and whether the text was too long to be read to its end. `given`: the names
 * that another recogniser found.
 */
export function findEntities(
  cleaned: CleanedText,
  given?: readonly NamedSpan[],
): { readonly entities: readonly Entity[]; readonly complete: boolean } {
  const limit = findLimit(cleaned);
  const sentences = readSentences(cleaned, limit);
  const names = given ?? recogniseNames(cleaned.text, sentences, shippedNameModel());
  const spans = nameRoles(cleaned.text, sentences, names);
  return { entities: rankEntities(linkMentions(cleaned.text, spans), cleaned), complete: limit === cleaned.text.length };
}
