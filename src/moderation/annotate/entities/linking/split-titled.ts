import { describeMentions } from './describe-mentions.ts';
import type { Gender, NameForm } from './name-form.ts';
import { readTitle } from './read-title.ts';
import { titleGender } from './title-gender.ts';
import { trimByname } from './trim-byname.ts';

/** Number of words of the longest names of men and of women, by surname. */
type Namesakes = ReadonlyMap<string, Readonly<Record<Gender, number>>>;

const surnameOf = ({ words }: NameForm): string => trimByname(words).at(-1) ?? '';

function indexNamesakes(forms: readonly NameForm[]): Namesakes {
  const namesakes = new Map<string, Record<Gender, number>>();
  for (const form of forms) {
    if (!form.gender) continue;
    const known = namesakes.get(surnameOf(form)) ?? { man: 0, woman: 0 };
    namesakes.set(surnameOf(form), { ...known, [form.gender]: Math.max(known[form.gender], form.words.length) });
  }
  return namesakes;
}

/** Whether the mentions of a form are likely of several persons: behind titles of both, or of one where another has the fuller name. */
function isOfSeveral(form: NameForm, titles: ReadonlySet<Gender>, namesakes: Namesakes): boolean {
  const { man, woman } = namesakes.get(surnameOf(form)) ?? { man: 0, woman: 0 };
  return titles.size > 1 || (titles.has('man') ? woman : man) > form.words.length;
}

function splitForm(text: string, form: NameForm, namesakes: Namesakes): readonly NameForm[] {
  const titles = form.mentions.map((span) => titleGender(readTitle(text, span)));
  if (!isOfSeveral(form, new Set(titles.filter((title) => title !== undefined)), namesakes)) return [form];
  const parts = (['man', 'woman', undefined] as const).map((title) => form.mentions.filter((_, row) => titles[row] === title));
  const stated = parts.filter((mentions) => mentions.length > 0);
  return stated.map((mentions) => ({ ...form, ...describeMentions(text, form.words, mentions) }));
}

/**
 * Divides the names of persons that titles say are several: "Mr Quill" and "Mrs Quill", or "Mrs Quill" and a bare "Quill" where the text
 * tells of Thomas Quill. Each part is then linked by itself.
 */
export function splitTitled(text: string, forms: readonly NameForm[]): readonly NameForm[] {
  const namesakes = indexNamesakes(forms);
  return forms.flatMap((form) => (form.titledMentions > 0 ? splitForm(text, form, namesakes) : [form]));
}
