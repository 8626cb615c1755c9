import type { AmendmentEffect, AmendmentReason } from '../model/amendment.ts';
import type { ModeratedArticle } from '../model/moderated-article.ts';
import { nameKind } from './name-kind.ts';

/** More amendments than this are counted, not listed. */
const MAX_LISTED = 200;

const REASONS: Readonly<Record<AmendmentReason, string>> = {
  duplicate_id: 'another one has the same id',
  out_of_range: 'its span is empty or not of the original',
  splits_character: 'it begins or ends within a character',
  inside_markup: 'its place is no text of the article',
  ill_formed_text: 'its text holds half a character, or none at all (NUL)',
  conflict: 'it contradicts another one, so neither counts',
  nothing_there: 'nothing of the kind is there',
  unknown_topic: 'there is no topic of this code',
  already_told: 'the machine told this topic already',
  too_many: 'there are too many',
  too_large: 'its text is too long',
};

function sayEffect({ id, kind, reason }: AmendmentEffect): string {
  return `${id}: ${nameKind(kind)}, ${reason === undefined ? 'applied' : `no effect: ${REASONS[reason]}`}`;
}

/** What became of each amendment, one a line. Ids are as handed in: not yet escaped. */
export function describeAmendments({ amendments = [] }: ModeratedArticle): readonly string[] {
  const more = amendments.length > MAX_LISTED ? [`… and ${amendments.length - MAX_LISTED} more`] : [];
  return [...amendments.slice(0, MAX_LISTED).map(sayEffect), ...more];
}
