import type { Entity, Mention } from '../../model/annotation.ts';
import type { CleanedText } from '../../model/cleaned-text.ts';
import type { Span } from '../../model/span.ts';
import type { MentionGroup } from './link-mentions.ts';
import { chooseName } from './linking/choose-name.ts';
import { cleanRole } from './linking/clean-role.ts';
import { createNameReader, type NameReader } from './linking/create-name-reader.ts';
import { measureSalience } from './linking/measure-salience.ts';
import { voteType } from './linking/vote-type.ts';
import type { NamedSpan } from './named-span.ts';

type UnnumberedEntity = Omit<Entity, 'id'>;

/** Words of a mention from which on its vote counts no more: full names say more about the type than short ones. */
const MAX_WEIGHT = 3;

const round = (share: number): number => Math.round(share * 10_000) / 10_000;

function toMention({ start, end, confidence, block, sentence }: NamedSpan, { text, toSource }: CleanedText): Mention {
  const source = toSource({ start, end });
  return {
    start,
    end,
    sourceStart: source.start,
    sourceEnd: source.end,
    text: text.slice(start, end),
    confidence: round(confidence),
    block,
    sentence: { start: sentence.start, end: sentence.end },
  };
}

function listRoles(text: string, group: MentionGroup): readonly string[] {
  const roles = group.flatMap(({ role }) => (role ? [cleanRole(text.slice(role.start, role.end))] : []));
  return [...new Set(roles)].filter((role) => role !== '');
}

/** What all entities of a text are held against. */
interface Ranking {
  readonly cleaned: CleanedText;
  readonly title: Span | undefined;
  /** Mentions of the entity that has the most. */
  readonly most: number;
  readonly readName: NameReader;
}

function toEntity(group: MentionGroup, { cleaned, title, most, readName }: Ranking): UnnumberedEntity {
  const { text, blocks } = cleaned;
  const ballots = group.map(({ start, end, type, confidence }) => {
    const { words } = readName(text.slice(start, end), type);
    return { type, confidence, weight: Math.min(words.length, MAX_WEIGHT) };
  });
  const { type, confidence } = voteType(ballots);
  return {
    type,
    confidence: round(confidence),
    ...chooseName(text, group, blocks, readName),
    roles: type === 'PER' ? listRoles(text, group) : [],
    salience: round(measureSalience(text.length, title, group, most)),
    mentions: group.map((span) => toMention(span, cleaned)),
  };
}

/** Entities by falling salience, then by first mention. Linear but for the sorting. */
export function rankEntities(groups: readonly MentionGroup[], cleaned: CleanedText): readonly Entity[] {
  const most = groups.reduce((max, group) => Math.max(max, group.length), 1);
  const title = cleaned.blocks.find(({ kind }) => kind === 'title');
  const ranking = { cleaned, title, most, readName: createNameReader() };
  const firstStart = ({ mentions }: UnnumberedEntity): number => mentions[0]?.start ?? 0;
  return groups
    .map((group) => toEntity(group, ranking))
    .sort((a, b) => b.salience - a.salience || firstStart(a) - firstStart(b))
    .map((entity, index) => ({ id: `e${index + 1}`, ...entity }));
}
