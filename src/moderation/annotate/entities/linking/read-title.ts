import type { NamedSpan } from '../named-span.ts';
import { foldWord } from './fold-word.ts';
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

/** The folded word that may be a title next to a person's name: "mr" of "Mr Quill", "wife" of "his wife Ada"; empty without it. */
export function readTitle(text: string, { start, end, sentence, role }: NamedSpan): string {
  const inside = lastTitleInside(text.slice(start, end));
  if (inside !== '') return inside;
  const before = WORD_BEFORE.exec(text.slice(Math.max(sentence.start, start - LOOK_BACK), start))?.[1] ?? '';
  const stated = role
    ? text
        .slice(Math.max(role.start, role.end - LOOK_BACK), role.end)
        .trim()
        .split(BLANKS)
        .at(-1)
    : undefined;
  return foldWord(stated ?? before);
}
