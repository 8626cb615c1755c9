import { trimByname } from './trim-byname.ts';
import { VARIANT_WORDS } from './variant-words.ts';

/** What tells a person from a namesake: "jr" of "Ada Quill Jr.", "ii" of "Tibor II of Aldane"; empty without it. */
export function readSuffix(words: readonly string[]): string {
  return words.slice(trimByname(words).length).find((word) => VARIANT_WORDS.namesakeSuffixes.has(word)) ?? '';
}
