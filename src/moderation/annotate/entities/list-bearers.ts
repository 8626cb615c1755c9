import { LEXICON } from './lexicon.ts';
import type { NameToken } from './sequence/name-token.ts';
import type { LabelledName } from './sequence/read-labels.ts';

/** A sentence with its names. */
interface ReadSentence {
  readonly words: readonly NameToken[];
  readonly names: readonly LabelledName[];
}

const POSSESSIVE = /^['’]s/u;

/** The words of the names of persons; a lone word with "'s" after it may be a firm, and counts only after "Mr" and the like. */
export function listBearers(text: string, sentences: readonly ReadSentence[]): ReadonlySet<string> {
  const bearers = new Set<string>();
  for (const { words, names } of sentences)
    for (const { from, to, type } of names) {
      if (type !== 'PER') continue;
      const end = words[to - 1]?.end ?? 0;
      const isSure = to - from > 1 || LEXICON.honorifics.has(words[from - 1]?.text.toLowerCase() ?? '');
      if (isSure || !POSSESSIVE.test(text.slice(end, end + 2))) for (const word of words.slice(from, to)) bearers.add(word.text);
    }
  return bearers;
}
