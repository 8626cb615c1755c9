import { describeMentions } from './describe-mentions.ts';
import { CLEAR } from './may-stand-for.ts';
import type { NameForm } from './name-form.ts';

/** A form that is clearly a person's name in some places and clearly none in others becomes two: "Merrow said", "moored in Merrow". */
function splitForm(text: string, form: NameForm): readonly NameForm[] {
  const persons = form.mentions.filter(({ type }) => type === 'PER');
  if (persons.length === 0 || persons.length === form.mentions.length) return [form];
  const others = form.mentions.filter(({ type }) => type !== 'PER');
  const parts = [persons, others].map((mentions) => ({ ...form, ...describeMentions(text, form.words, mentions) }));
  return parts.every(({ confidence }) => confidence >= CLEAR) ? parts : [form];
}

/** Divides the single words among the forms that name a person who has a fuller name in the article, and something else as well. */
export function splitHomonyms(text: string, forms: readonly NameForm[]): readonly NameForm[] {
  const persons = forms.filter(({ type, words }) => type === 'PER' && words.length > 1);
  const names = new Set(persons.flatMap(({ words }) => words));
  return forms.flatMap((form) => (form.words.length === 1 && names.has(form.words[0] ?? '') ? splitForm(text, form) : [form]));
}
