import type { Entity } from '../../model/annotation.ts';
import type { CleanedText } from '../../model/cleaned-text.ts';
import { readSentences } from '../tokens/read-sentences.ts';
import type { Sentence } from '../tokens/sentence.ts';
import { findLimit } from './find-limit.ts';
import { linkMentions } from './link-mentions.ts';
import { nameRoles } from './name-roles.ts';
import type { NamedSpan } from './named-span.ts';
import { rankEntities } from './rank-entities.ts';
import { recogniseNames } from './recognise-names.ts';
import { shippedNameModel } from './shipped-name-model.ts';

function addBlockKind(span: NamedSpan, { blocks }: CleanedText): NamedSpan {
  const blockKind = blocks[span.block]?.kind;
  return blockKind ? { ...span, blockKind } : span;
}

/**
 * The named entities of an English text, and whether the text was too long to be read to its end. `given`: the names
 * that another recogniser found. `sentences`: those of the text up to `findLimit`, where they are known already.
 */
export function findEntities(
  cleaned: CleanedText,
  given?: readonly NamedSpan[],
  sentences: readonly Sentence[] = readSentences(cleaned, findLimit(cleaned)),
): { readonly entities: readonly Entity[]; readonly complete: boolean } {
  const { text } = cleaned;
  const names = given ?? recogniseNames(text, sentences, shippedNameModel());
  const spans = nameRoles(text, sentences, names).map((span) => addBlockKind(span, cleaned));
  return { entities: rankEntities(linkMentions(text, spans), cleaned), complete: findLimit(cleaned) === text.length };
}
