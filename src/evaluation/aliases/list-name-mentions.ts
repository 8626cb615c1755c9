import type { Span } from '../../moderation/model/span.ts';
import type { GumCluster, GumDocument } from './gum-document.ts';
import type { NameMention } from './name-mention.ts';
import { selectMentions } from './select-mentions.ts';
import { TITLE_NOUNS } from './title-nouns.ts';
import { trimMention } from './trim-mention.ts';

/** Types whose names keep their capital, whatever else the document writes. */
const NAMED_TYPES: ReadonlySet<string> = new Set(['person', 'place', 'organization']);
const ORDINARY = /^\p{Lu}\p{Ll}+$/u;
const LINK = /^(?:of|to|for)$/u;

const isTitle = (token: string): boolean => TITLE_NOUNS.has(token.toLowerCase().replaceAll('.', ''));

/** A person's name without the titles in front of it; nothing for a title with its office: "King of Aldane". */
function dropTitles(tokens: readonly string[], { start, end }: Span): Span | undefined {
  let from = start;
  for (let at = start; at < end; at++) if (isTitle(tokens[at] ?? '')) from = at + 1;
  if (from > start && LINK.test(tokens[from] ?? '')) return undefined;
  return from < end ? { start: from, end } : undefined;
}

function isTitleAlone(tokens: readonly string[], { start, end }: Span): boolean {
  return end - start === 1 && isTitle(tokens[start] ?? '');
}

/** True when the document writes the words in lower case as well, so that the capital is that of a heading or a sentence. */
function isCommon(tokens: readonly string[], { start, end }: Span, lower: ReadonlySet<string>): boolean {
  const words = tokens.slice(start, end).filter((token) => /^\p{Lu}/u.test(token));
  return words.every((word) => ORDINARY.test(word) && lower.has(word.toLowerCase()));
}

function toName(cluster: GumCluster, mention: Span, tokens: readonly string[], lower: ReadonlySet<string>): Span | undefined {
  const trimmed = trimMention(tokens, mention);
  const name = trimmed && cluster.type === 'person' ? dropTitles(tokens, trimmed) : trimmed;
  if (!name || isTitleAlone(tokens, name)) return undefined;
  return !NAMED_TYPES.has(cluster.type) && isCommon(tokens, name, lower) ? undefined : name;
}

/** The proper names among the mentions of a document, disjoint and in order; `trimMention` says what a name is. */
export function listNameMentions(document: GumDocument): readonly NameMention[] {
  const { tokens } = document;
  const lower = new Set(tokens.filter((token) => token === token.toLowerCase()));
  return selectMentions(document, (mention, cluster) => toName(cluster, mention, tokens, lower));
}
