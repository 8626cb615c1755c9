import { annotate } from '../../index.ts';
import { alignEntities } from './align-entities.ts';
import { cutCapitalMention } from './cut-capital-mention.ts';
import { findWithRecogniser, type Recognise } from './find-with-recogniser.ts';
import type { GumDocument } from './gum-document.ts';
import type { GroupedMentions, JudgedDocument } from './judged-document.ts';
import { linkWithCopydesk } from './link-with-copydesk.ts';
import { listNameMentions } from './list-name-mentions.ts';
import type { NameMention } from './name-mention.ts';
import { NO_NAME } from './no-name.ts';
import { selectMentions } from './select-mentions.ts';
import { trimMention } from './trim-mention.ts';

/** Whether nothing is mentioned more often, by pronouns and descriptions as well: they say what a document is about. */
function isMain({ clusters }: GumDocument, mention: NameMention | undefined): boolean | undefined {
  const most = clusters.reduce((max, { mentions }) => Math.max(max, mentions.length), 0);
  return mention && clusters.some(({ id, mentions }) => id === mention.cluster && mentions.length === most);
}

const link = (text: string, mentions: readonly NameMention[]): GroupedMentions => ({
  mentions,
  groups: linkWithCopydesk(text, mentions),
});

/** Mentions with a capital but dates, those inside another as well. */
function countCapitals({ tokens, clusters }: GumDocument): number {
  const mentions = clusters.flatMap((cluster) => (cluster.type === NO_NAME ? [] : cluster.mentions));
  return mentions.filter((mention) => cutCapitalMention(tokens, mention) !== undefined).length;
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
    trimmed: link(
      text,
      selectMentions(document, (mention) => trimMention(document.tokens, mention)),
    ),
    capital: link(
      text,
      selectMentions(document, (mention) => cutCapitalMention(document.tokens, mention)),
    ),
    capitals: countCapitals(document),
    shipped: alignEntities(annotate(text).entities, mentions),
    unseen: groups,
    isMainFirst: isMain(document, main && mentions[groups.indexOf(main.id)]),
    isFirstMain: isMain(document, mentions[groups.findIndex((group) => group !== undefined)]),
  };
}
