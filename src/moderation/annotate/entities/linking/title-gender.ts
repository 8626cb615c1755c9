import type { Gender } from './name-form.ts';
import { VARIANT_WORDS } from './variant-words.ts';

/** What a title or role says of its bearer: "Mr" is a man's, "wife" a woman's, "mayor" either's. `title` is folded. */
export function titleGender(title: string): Gender | undefined {
  if (VARIANT_WORDS.menTitles.has(title)) return 'man';
  return VARIANT_WORDS.womenTitles.has(title) ? 'woman' : undefined;
}
