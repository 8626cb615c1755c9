import type { NameForm } from './name-form.ts';
import { contentWords } from './name-key.ts';

/** Fewest words of a person's name for which letters alone stand. */
const MIN_PERSON = 3;

const letters = (words: readonly string[]): string => words.map((word) => word.slice(0, 1)).join('');

/** The letters, in lower case, that may stand for a name: of all its words, without "of" and the like, and of joined words. */
export function listAcronyms({ words, parts, type }: NameForm): readonly string[] {
  if (parts.length < (type === 'PER' ? MIN_PERSON : 2)) return [];
  const all = [letters(words), letters(contentWords(words)), letters(contentWords(parts))];
  return [...new Set(all)].filter((acronym) => acronym.length > 1);
}
