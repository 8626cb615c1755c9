import type { EntityType } from '../../moderation/model/annotation.ts';
import type { Span } from '../../moderation/model/span.ts';
import type { GumCluster, GumDocument } from './gum-document.ts';
import type { NameMention } from './name-mention.ts';
import { NO_NAME } from './no-name.ts';

const TYPES: Readonly<Record<string, EntityType>> = { person: 'PER', place: 'LOC', organization: 'ORG' };

interface TokenMention extends Span {
  readonly cluster: GumCluster;
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

/** What `toName` makes of each mention of a document but dates, in tokens: disjoint and in order. */
export function selectMentions(
  { text, places, clusters }: GumDocument,
  toName: (mention: Span, cluster: GumCluster) => Span | undefined,
): readonly NameMention[] {
  const named = clusters
    .filter(({ type }) => type !== NO_NAME)
    .flatMap((cluster) =>
      cluster.mentions.flatMap((mention) => {
        const name = toName(mention, cluster);
        return name ? [{ ...name, cluster }] : [];
      }),
    );
  return keepOutermost(named).map(({ start, end, cluster }) => {
    const span = { start: places[start]?.start ?? 0, end: places[end - 1]?.end ?? 0 };
    return { ...span, text: text.slice(span.start, span.end), type: TYPES[cluster.type] ?? 'MISC', cluster: cluster.id };
  });
}
