import { collectForms } from './linking/collect-forms.ts';
import { findBearers } from './linking/find-bearers.ts';
import { findDefinitions } from './linking/find-definitions.ts';
import type { NameForm } from './linking/name-form.ts';
import { indexNames } from './linking/name-index.ts';
import { NameSets } from './linking/name-sets.ts';
import type { NamedSpan } from './named-span.ts';

/** The mentions of one entity, in order of their place. */
export type MentionGroup = readonly NamedSpan[];

const startOf = (form: NameForm): number => form.mentions[0]?.start ?? 0;

/** Long forms first, so that what they stand for is settled when their short names are read. */
function byLength(forms: readonly NameForm[]): readonly NameForm[] {
  return [...forms].sort((a, b) => b.words.length - a.words.length || startOf(a) - startOf(b));
}

function joinForms(text: string, forms: readonly NameForm[]): NameSets {
  const sets = new NameSets();
  const defined = new Set<NameForm>();
  for (const { short, full } of findDefinitions(text, forms)) {
    sets.join(short, full);
    defined.add(short);
  }
  const index = indexNames(forms);
  for (const short of byLength(forms)) {
    if (defined.has(short)) continue;
    const roots = new Set(findBearers(short, index).map((full) => sets.find(full)));
    const [root] = roots;
    if (roots.size === 1 && root) sets.join(short, root);
  }
  return sets;
}

/**
 * The mentions that name one thing, together; every span is in exactly one group. Groups stand in order of their first mention and do
 * not depend on the order of the spans. Time grows with the number of spans like that of sorting them.
 */
export function linkMentions(text: string, spans: readonly NamedSpan[]): readonly MentionGroup[] {
  const forms = collectForms(text, spans);
  const sets = joinForms(text, forms);
  const groups = new Map<NameForm, NamedSpan[]>();
  for (const form of forms) {
    const root = sets.find(form);
    const known = groups.get(root);
    if (known) for (const span of form.mentions) known.push(span);
    else groups.set(root, [...form.mentions]);
  }
  const sorted = [...groups.values()].map((group) => group.sort((a, b) => a.start - b.start || a.end - b.end));
  return sorted.sort((a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0) || (a[0]?.end ?? 0) - (b[0]?.end ?? 0));
}
