import type { NamedSpan } from '../named-span.ts';
import { foldWord } from './fold-word.ts';
import type { Gender } from './name-form.ts';
import { VARIANT_WORDS } from './variant-words.ts';

/** UTF-16 code units before a name in which a title is looked for, and of the name in which one may begin it. */
const LOOK_BACK = 16;
const LOOK_AHEAD = 60;
const WORD_BEFORE = /(?<!\p{L})(\p{Lu}\p{L}*)\.?\s{1,2}$/u;
const BLANKS = /\s+/u;

function lastTitleInside(surface: string): string {
  const words = surface.slice(0, LOOK_AHEAD).split(BLANKS).map(foldWord);
  const first = words.findIndex((word) => !VARIANT_WORDS.honorifics.has(word));
  return words[(first < 0 ? words.length - 1 : first) - 1] ?? '';
}

function genderOf(title: string): Gender | undefined {
  if (VARIANT_WORDS.menTitles.has(title)) return 'man';
  return VARIANT_WORDS.womenTitles.has(title) ? 'woman' : undefined;
}

/** What the title or role next to a person's name says of its bearer: "Mr Quill" is a man, "his wife Ada" a woman, "Lord Mayor" either. */
export function readTitle(text: string, { start, end, sentence, role }: NamedSpan): Gender | undefined {
  const inside = lastTitleInside(text.slice(start, end));
  if (inside !== '') return genderOf(inside);
  const before = WORD_BEFORE.exec(text.slice(Math.max(sentence.start, start - LOOK_BACK), start))?.[1] ?? '';
  const stated = role
    ? text
        .slice(Math.max(role.start, role.end - LOOK_BACK), role.end)
        .trim()
        .split(BLANKS)
        .at(-1)
    : undefined;
  return genderOf(foldWord(stated ?? before));
}
