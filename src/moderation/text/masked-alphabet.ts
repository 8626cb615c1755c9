/** A word of one alphabet, as nearly all are. */
export const ALPHABET_OWN = 0;
/** A Latin word in which letters of another alphabet stand that look like Latin ones. */
export const ALPHABET_LATIN = 1;
/** A Cyrillic word in which letters of another alphabet stand that look like Cyrillic ones. */
export const ALPHABET_CYRILLIC = 2;

/** Letters that look the same in both alphabets, so that they do not say which one a word is of. */
const TWINS = new Set(Array.from('aceopxyijsACEOPXYIJSаеоросухіјѕАЕОРСУХІЈЅ', (letter) => letter.charCodeAt(0)));
const FIRST_GREEK = 0x370;
const FIRST_CYRILLIC = 0x400;
const FIRST_ARMENIAN = 0x530;
const LAST_ARMENIAN = 0x58f;

function isLatin(unit: number): boolean {
  return unit < 0x80 && ((unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a));
}

/** The alphabet with more letters that only it has; Latin when none decides. */
function weighLetters(text: string, start: number, end: number): number {
  let latin = 0;
  let cyrillic = 0;
  let alphabets = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    const own = TWINS.has(unit) ? 0 : 1;
    if (isLatin(unit)) {
      latin += own;
      alphabets |= 1;
    } else if (unit >= FIRST_CYRILLIC && unit < FIRST_ARMENIAN) {
      cyrillic += own;
      alphabets |= 2;
    } else if (unit >= FIRST_GREEK && unit <= LAST_ARMENIAN) alphabets |= 4;
  }
  const isMixed = (alphabets & (alphabets - 1)) !== 0;
  if (!isMixed) return ALPHABET_OWN;
  return cyrillic > latin || (alphabets & 1) === 0 ? ALPHABET_CYRILLIC : ALPHABET_LATIN;
}

/**
 * The alphabet that a word `[start, end)` pretends not to be of: look-alike letters hide it from a search. One of the
 * `ALPHABET_` constants; offsets in UTF-16 code units.
 */
export function maskedAlphabet(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= FIRST_GREEK && unit <= LAST_ARMENIAN) return weighLetters(text, start, end);
  }
  return ALPHABET_OWN;
}
