import { LEXICON } from '../lexicon.ts';
import { foldWord } from './fold-word.ts';
import { VARIANT_WORDS } from './variant-words.ts';

const SPACES = /\s+/u;
const CAPITAL = /^\p{Lu}/u;

/** "wife" and "father", and not the titles "Father" and "Sister" of a church. */
function isKin(word: string): boolean {
  const plain = foldWord(word);
  return LEXICON.kin.has(plain) && !(CAPITAL.test(word) && VARIANT_WORDS.honorifics.has(plain));
}

/** A role as stated beside a name, without honorifics at its ends and with single blanks; empty when it is but that, or kinship. */
export function cleanRole(role: string): string {
  const words = role.trim().split(SPACES);
  const isHonorific = (word: string): boolean => LEXICON.honorifics.has(foldWord(word));
  const first = words.findIndex((word) => !isHonorific(word));
  const last = words.findLastIndex((word) => !isHonorific(word));
  return first < 0 || isKin(words[last] ?? '') ? '' : words.slice(first, last + 1).join(' ');
}
