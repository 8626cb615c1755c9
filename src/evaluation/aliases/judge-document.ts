import { annotateWithCopydesk } from './annotate-with-copydesk.ts';
import type { GumDocument } from './gum-document.ts';
import type { JudgedDocument } from './judged-document.ts';
import { linkWithCopydesk } from './link-with-copydesk.ts';
import { listNameMentions } from './list-name-mentions.ts';
import type { NameMention } from './name-mention.ts';

/** Names as often as pronouns and descriptions say what a document is about. */
function isMain({ clusters }: GumDocument, mention: NameMention | undefined): boolean | undefined {
  const most = clusters.reduce((max, { mentions }) => Math.max(max, mentions.length), 0);
  return mention && clusters.some(({ id, mentions }) => id === mention.cluster && mentions.length === most);
}

/** Puts the names of a document into groups: names given, and from the text alone. */
export function judgeDocument(document: GumDocument): JudgedDocument {
  const { line, text } = document;
  const mentions = listNameMentions(document);
  const { groups, ranked } = annotateWithCopydesk(text, mentions);
  const main = ranked.find((id) => groups.includes(id));
  return {
    line,
    mentions,
    linked: linkWithCopydesk(text, mentions),
    annotated: groups,
    isMainFirst: isMain(document, main === undefined ? undefined : mentions[groups.indexOf(main)]),
    isFirstMain: isMain(document, mentions[groups.findIndex((group) => group !== undefined)]),
  };
}
