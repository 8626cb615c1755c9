import type { EntityType } from '../../moderation/model/annotation.ts';
import type { Span } from '../../moderation/model/span.ts';
import type { GumCluster, GumDocument } from './gum-document.ts';
import type { NameMention } from './name-mention.ts';
import { TITLE_NOUNS } from './title-nouns.ts';
import { trimMention } from './trim-mention.ts';

const TYPES: Readonly<Record<string, EntityType>> = { person: 'PER', place: 'LOC', organization: 'ORG' };
/** Dates and the like, which are values and no names. */
const NO_NAME = 'time';
const ORDINARY = /^\p{Lu}\p{Ll}+$/u;
const LINK = /^(?:of|to|for)$/u;

interface TokenMention extends Span {
  readonly cluster: GumCluster;
}

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
  return TYPES[cluster.type] === undefined && isCommon(tokens, name, lower) ? undefined : name;
}

/** The longest of those that overlap; of two that are the same for different things, neither. */
function keepOutermost(mentions: readonly TokenMention[]): readonly TokenMention[] {
  const kept: TokenMention[] = [];
  const owners = new Map<number, TokenMention>();
  const doubtful = new Set<TokenMention>();
  const longestFirst = [...mentions].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  for (const mention of longestFirst) {
    const { start, end, cluster } = mention;
    const owner = owners.get(start) ?? owners.get(end - 1);
    if (!owner) {
      for (let at = start; at < end; at++) owners.set(at, mention);
      kept.push(mention);
    } else if (owner.start === start && owner.end === end && owner.cluster !== cluster) doubtful.add(owner);
  }
  return kept.filter((mention) => !doubtful.has(mention)).sort((a, b) => a.start - b.start);
}

/** The proper names among the mentions of a document, disjoint and in order; `trimMention` says what a name is. */
export function listNameMentions({ text, tokens, places, clusters }: GumDocument): readonly NameMention[] {
  const lower = new Set(tokens.filter((token) => token === token.toLowerCase()));
  const named = clusters
    .filter(({ type }) => type !== NO_NAME)
    .flatMap((cluster) =>
      cluster.mentions.flatMap((mention) => {
        const name = toName(cluster, mention, tokens, lower);
        return name ? [{ ...name, cluster }] : [];
      }),
    );
  return keepOutermost(named).map(({ start, end, cluster }) => {
    const span = { start: places[start]?.start ?? 0, end: places[end - 1]?.end ?? 0 };
    return { ...span, text: text.slice(span.start, span.end), type: TYPES[cluster.type] ?? 'MISC', cluster: cluster.id };
  });
}
