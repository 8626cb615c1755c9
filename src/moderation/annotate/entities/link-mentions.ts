import { chooseBearer } from './linking/choose-bearer.ts';
import { collectForms } from './linking/collect-forms.ts';
import { findBearers } from './linking/find-bearers.ts';
import { findDefinitions } from './linking/find-definitions.ts';
import type { NameForm } from './linking/name-form.ts';
import { indexNames } from './linking/name-index.ts';
import { NameSets } from './linking/name-sets.ts';
import { splitHomonyms } from './linking/split-homonyms.ts';
import { splitTitled } from './linking/split-titled.ts';
import type { NamedSpan } from './named-span.ts';

/** The mentions of one entity, in order of their place. */
export type MentionGroup = readonly NamedSpan[];

const startOf = (form: NameForm): number => form.mentions[0]?.start ?? 0;
const byPlace = (a: NamedSpan, b: NamedSpan): number => a.start - b.start || a.end - b.end;

/** Long forms first, so that what they stand for is settled when their short names are read. */
function byLength(forms: readonly NameForm[]): readonly NameForm[] {
  return [...forms].sort((a, b) => b.words.length - a.words.length || startOf(a) - startOf(b));
}

/** Joins what the text defines, then each short name to its bearer. An acronym that the text defines stands for nothing else. */
function joinForms(text: string, forms: readonly NameForm[]): NameSets {
  const sets = new NameSets();
  const defined = new Set<NameForm>();
  for (const { short, full } of findDefinitions(text, forms)) {
    sets.join(short, full);
    if (short.acronym !== '') defined.add(short);
  }
  const index = indexNames(forms);
  for (const short of byLength(forms)) {
    const bearer = defined.has(short) ? undefined : chooseBearer(short, findBearers(short, index), sets);
    if (bearer) sets.join(short, bearer);
  }
  return sets;
}

/**
 * The mentions that name one thing, together; every span is in exactly one group. Groups stand in order of their first mention and do
 * not depend on the order of the spans. Time grows with the number of spans like that of sorting them.
 */
export function linkMentions(text: string, spans: readonly NamedSpan[]): readonly MentionGroup[] {
  const forms = splitTitled(text, splitHomonyms(text, collectForms(text, spans)));
  const sets = joinForms(text, forms);
  const groups = new Map<NameForm, NamedSpan[]>();
  for (const form of forms) {
    const root = sets.find(form);
    const known = groups.get(root);
    if (known) for (const span of form.mentions) known.push(span);
    else groups.set(root, [...form.mentions]);
  }
  const sorted = [...groups.values()].map((group) => group.sort(byPlace));
  return sorted.sort(([a], [b]) => (a && b ? byPlace(a, b) : 0));
}
