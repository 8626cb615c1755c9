import type { Entity, Mention } from '../../model/annotation.ts';
import type { CleanedText } from '../../model/cleaned-text.ts';
import type { NameLinks } from './link-names.ts';
import type { NameForm, NameTable } from './name-table.ts';
import { addWeights, chooseType, NO_WEIGHT } from './type-weights.ts';

/** Shares of salience: how often, in the title, in the first paragraph. They add up to 1. */
const COUNT_SHARE = 0.6;
const TITLE_SHARE = 0.25;
const LEAD_SHARE = 0.15;

interface Group {
  readonly forms: readonly NameForm[];
  readonly mentions: readonly Mention[];
}

function rootOf(key: string, links: NameLinks): string {
  const seen = new Set<string>();
  let root = key;
  for (let next = links.get(root); next !== undefined && !seen.has(root); next = links.get(root)) {
    seen.add(root);
    root = next;
  }
  return root;
}

function toMentions(forms: readonly NameForm[], cleaned: CleanedText): readonly Mention[] {
  const spans = forms.flatMap((form) => form.spans).sort((a, b) => a.start - b.start);
  return spans.map(({ start, end }) => {
    const source = cleaned.toSource({ start, end });
    return { start, end, sourceStart: source.start, sourceEnd: source.end, text: cleaned.text.slice(start, end) };
  });
}

function groupForms(table: NameTable, links: NameLinks, cleaned: CleanedText): readonly Group[] {
  const groups = new Map<string, NameForm[]>();
  for (const form of table.values()) {
    const root = rootOf(form.key, links);
    const known = groups.get(root);
    if (known) known.push(form);
    else groups.set(root, [form]);
  }
  return [...groups.values()].map((forms) => ({ forms, mentions: toMentions(forms, cleaned) }));
}

const surfaceOf = (text: string): string => text.replaceAll(/\s+/gu, ' ');

/** The form with the most words, then the longest, then the first; the full form of an alias always wins. */
function fullestForm(forms: readonly NameForm[]): NameForm | undefined {
  const rank = (form: NameForm): number => form.words.length * 1000 + form.key.length;
  return [...forms].sort((a, b) => rank(b) - rank(a))[0];
}

function toEntity(group: Group, most: number, cleaned: CleanedText): Omit<Entity, 'id'> {
  const { forms, mentions } = group;
  const full = fullestForm(forms);
  const [first] = full?.spans ?? [];
  const name = first ? surfaceOf(cleaned.text.slice(first.start, first.end)) : '';
  const weights = forms.length > 1 && full ? full.weights : forms.reduce((sum, form) => addWeights(sum, form.weights), NO_WEIGHT);
  const surfaces = new Set(mentions.map((mention) => surfaceOf(mention.text)));
  const stands = (kind: string): boolean => {
    const block = cleaned.blocks.find((candidate) => candidate.kind === kind);
    return block !== undefined && mentions.some(({ start }) => start >= block.start && start < block.end);
  };
  const salience =
    (COUNT_SHARE * mentions.length) / most + (stands('title') ? TITLE_SHARE : 0) + (stands('paragraph') ? LEAD_SHARE : 0);
  return {
    type: chooseType(weights),
    name,
    aliases: [...surfaces].filter((surface) => surface !== name),
    salience: Math.round(salience * 10_000) / 10_000,
    mentions,
  };
}

/** Entities by falling salience, then by first mention. */
export function rankEntities(table: NameTable, links: NameLinks, cleaned: CleanedText): readonly Entity[] {
  const groups = groupForms(table, links, cleaned);
  const most = groups.reduce((max, group) => Math.max(max, group.mentions.length), 1);
  const firstStart = (entity: Omit<Entity, 'id'>): number => entity.mentions[0]?.start ?? 0;
  return groups
    .map((group) => toEntity(group, most, cleaned))
    .sort((a, b) => b.salience - a.salience || firstStart(a) - firstStart(b))
    .map((entity, index) => ({ id: `e${index + 1}`, ...entity }));
}
