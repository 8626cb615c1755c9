import type { NamedSpan } from '../named-span.ts';
import { CLEAR } from './may-stand-for.ts';
import type { NameForm } from './name-form.ts';
import { voteType } from './vote-type.ts';

function toPart(form: NameForm, mentions: readonly NamedSpan[]): NameForm {
  return { ...form, ...voteType(mentions.map(({ type, confidence }) => ({ type, confidence, weight: 1 }))), mentions };
}

/** A form that is clearly a person's name in some places and clearly none in others becomes two: "Merrow said", "moored in Merrow". */
function splitForm(form: NameForm): readonly NameForm[] {
  const persons = form.mentions.filter(({ type }) => type === 'PER');
  if (persons.length === 0 || persons.length === form.mentions.length) return [form];
  const parts = [persons, form.mentions.filter(({ type }) => type !== 'PER')].map((mentions) => toPart(form, mentions));
  return parts.every(({ confidence }) => confidence >= CLEAR) ? parts : [form];
}

/** Divides the single words among the forms that name a person who has a fuller name in the article, and something else as well. */
export function splitHomonyms(forms: readonly NameForm[]): readonly NameForm[] {
  const persons = forms.filter(({ type, words }) => type === 'PER' && words.length > 1);
  const names = new Set(persons.flatMap(({ words }) => words));
  return forms.flatMap((form) => (form.words.length === 1 && names.has(form.words[0] ?? '') ? splitForm(form) : [form]));
}
