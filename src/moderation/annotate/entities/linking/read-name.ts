import type { EntityType } from '../../../model/annotation.ts';
import { foldWord } from './fold-word.ts';
import { VARIANT_WORDS } from './variant-words.ts';

/** A name as written, taken apart. */
export interface ReadName {
  /** Folded words without determiner, and for persons without honorifics; never empty. */
  readonly words: readonly string[];
  /** The words with those apart that are joined by a hyphen or by a capital inside, as in "FrameNet". */
  readonly parts: readonly string[];
  /** Number of words before a comma; 0 without one. */
  readonly beforeComma: number;
  /** The letters of a single word that may be an acronym, as written, without full stops and a plural "s"; else empty. */
  readonly acronym: string;
  /** The first word is set in capitals or ends in a full stop, so that it may be short for something. */
  readonly isShortened: boolean;
}

/** Longest stretch, in UTF-16 code units, and most words of a name that are looked at. */
const MAX_LENGTH = 200;
const MAX_WORDS = 14;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’‘`´ʼ&\u00ad-]*/gu;
const POSSESSIVE = /['’]s$/iu;
const PLURAL_CAPITALS = /^(\p{Lu}{2,})s$/u;
const ACRONYM = /^(?=.{2,10}$)\p{Lu}[\p{L}\p{N}&]*$/u;
const JOINT = /-|(?<=\p{Ll})(?=\p{Lu})/u;
const SHORTENED = /^(?:\p{Lu}\.?){2,}$|\.$/u;
const CAPITAL = /\p{Lu}/gu;

function readAcronym(words: readonly string[]): string {
  if (words.length !== 1) return '';
  const letters = (words[0] ?? '').replaceAll(/[.-]/gu, '').replace(PLURAL_CAPITALS, '$1');
  const capitals = letters.match(CAPITAL)?.length ?? 0;
  return ACRONYM.test(letters) && capitals > 1 && capitals * 2 >= letters.length ? letters : '';
}

/** Number of words that begin a name without being part of it; one word is always left. */
function countLeading(words: readonly string[], isLeading: (word: string, row: number) => boolean): number {
  let count = 0;
  while (count < words.length - 1 && isLeading(words[count] ?? '', count)) count++;
  return count;
}

/** Takes a name apart that is written as `surface`. Linear in its length, of which the first 200 units count. */
export function readName(surface: string, type: EntityType): ReadName {
  const whole = surface.slice(0, MAX_LENGTH).replace(POSSESSIVE, '');
  const found = [...whole.matchAll(WORD)].slice(0, MAX_WORDS);
  const written = found.map(([word]) => word);
  const folded = written.map((word) => {
    const plain = foldWord(word);
    return VARIANT_WORDS.spellings.get(plain) ?? plain;
  });
  const { determiners, honorifics } = VARIANT_WORDS;
  const isLeading = (word: string, row: number): boolean =>
    type === 'PER' ? honorifics.has(word) || word === 'the' : determiners.has(written[row]?.toLowerCase() ?? '');
  const skip = countLeading(folded, isLeading);
  const comma = whole.indexOf(',');
  const words = folded.slice(skip);
  const before = comma < 0 ? 0 : found.filter(({ index }) => index < comma).length;
  const parts = written.slice(skip).flatMap((word) => word.split(JOINT).map(foldWord));
  return {
    parts: parts.filter((part) => part !== ''),
    words: words.length > 0 ? words : [foldWord(whole)],
    beforeComma: Math.max(0, before - skip),
    acronym: readAcronym(written.slice(skip)),
    isShortened: SHORTENED.test(written[skip] ?? ''),
  };
}
