import { describeMentions } from './describe-mentions.ts';
import type { NameForm } from './name-form.ts';
import { readTitle } from './read-title.ts';

/** The mentions of a form behind the titles of men, of women, and behind none. */
function splitForm(text: string, form: NameForm): readonly NameForm[] {
  const titles = form.mentions.map((span) => readTitle(text, span));
  const isFull = form.words.length > 1 && new Set(titles.filter((title) => title !== undefined)).size < 2;
  if (isFull) return [form];
  const parts = (['man', 'woman', undefined] as const).map((title) => form.mentions.filter((_, row) => titles[row] === title));
  const stated = parts.filter((mentions) => mentions.length > 0);
  return stated.length < 2 ? [form] : stated.map((mentions) => ({ ...form, ...describeMentions(text, form.words, mentions) }));
}

/**
 * Divides the names of persons that titles say are several, "Mr Quill" and "Mrs Quill", and takes a bare "Quill" from both: each part
 * is then linked by itself.
 */
export function splitTitled(text: string, forms: readonly NameForm[]): readonly NameForm[] {
  return forms.flatMap((form) => (form.titledMentions > 0 ? splitForm(text, form) : [form]));
}
