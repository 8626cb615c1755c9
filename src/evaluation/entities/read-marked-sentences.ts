import { ENTITY_TYPES } from '../../moderation/model/annotation.ts';
import type { MarkedText } from '../../training/entities/marked-text.ts';
import { listNameMentions } from '../aliases/list-name-mentions.ts';
import { readGumDocuments } from '../aliases/read-gum-documents.ts';
import { readTaggedSentences, type TaggedSentence } from '../data/read-tagged-sentences.ts';
import { readBioTags } from './read-bio-tags.ts';

/** A sentence with its names, as it is trained on. Types that are not ours are no names. */
export function toMarkedText(sentence: TaggedSentence, unmarked: MarkedText['unmarked']): MarkedText {
  const names = readBioTags(sentence).flatMap(({ type, start, end }) => {
    const known = ENTITY_TYPES.find((name) => name === type);
    return known ? [{ type: known, start, end }] : [];
  });
  return { text: sentence.text, names, unmarked };
}

/** The sentences of `entities/<name>.jsonl.gz`. Throws `DataError`. */
export function readMarkedSentences(folder: string, name: string, unmarked: MarkedText['unmarked']): readonly MarkedText[] {
  return readTaggedSentences(folder, name).map(({ record }) => toMarkedText(record, unmarked));
}

/** The documents of GUM; only names that are linked to an encyclopaedia are marked in them. Throws `DataError`. */
export function readMarkedGum(folder: string): readonly MarkedText[] {
  return readGumDocuments(folder).map((document) => ({
    text: document.text,
    names: listNameMentions(document).map(({ type, start, end }) => ({ type, start, end })),
    unmarked: 'anything',
  }));
}
