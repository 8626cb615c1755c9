import { annotate } from '../../index.ts';
import { alignEntities } from './align-entities.ts';
import { findWithRecogniser, type Recognise } from './find-with-recogniser.ts';
import type { GumDocument } from './gum-document.ts';
import type { JudgedDocument } from './judged-document.ts';
import { linkWithCopydesk } from './link-with-copydesk.ts';
import { listNameMentions } from './list-name-mentions.ts';
import type { NameMention } from './name-mention.ts';

/** Whether nothing is mentioned more often, by pronouns and descriptions as well: they say what a document is about. */
function isMain({ clusters }: GumDocument, mention: NameMention | undefined): boolean | undefined {
  const most = clusters.reduce((max, { mentions }) => Math.max(max, mentions.length), 0);
  return mention && clusters.some(({ id, mentions }) => id === mention.cluster && mentions.length === most);
}

/** Puts the names of a document into groups: names given, and from the text alone. `recognise` has never seen the document. */
export function judgeDocument(document: GumDocument, recognise: Recognise): JudgedDocument {
  const { line, text } = document;
  const mentions = listNameMentions(document);
  const unseen = findWithRecogniser(text, recognise);
  const groups = alignEntities(unseen, mentions);
  const main = unseen.find(({ id }) => groups.includes(id));
  return {
    line,
    mentions,
    linked: linkWithCopydesk(text, mentions),
    shipped: alignEntities(annotate(text).entities, mentions),
    unseen: groups,
    isMainFirst: isMain(document, main && mentions[groups.indexOf(main.id)]),
    isFirstMain: isMain(document, mentions[groups.findIndex((group) => group !== undefined)]),
  };
}
