import { trimEnd } from './trim-end.ts';
import { VARIANT_WORDS } from './variant-words.ts';

/** A person's name without what tells namesakes apart: "Ada Quill Jr.", "Tibor II", "Ilse of Aldane", "Ilse the Bold". */
export function trimByname(words: readonly string[]): readonly string[] {
  const byname = words.findIndex((word, at) => at > 0 && at < words.length - 1 && (word === 'of' || word === 'the'));
  return trimEnd(byname < 0 ? words : words.slice(0, byname), (word) => VARIANT_WORDS.nameSuffixes.has(word));
}
