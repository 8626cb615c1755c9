const APOSTROPHES = /[‘’ʼ]/gu;
const FULL_STOP = /\.(?= |$)/gu;
const BLANKS = /\s+/gu;
const ASCII_WORD = /^[A-Za-z]+$/u;

/**
 * The form in which names stand in the gazetteer: small letters, single blanks, straight apostrophes, no full stop at a word's
 * end ("St. Louis" is `st louis`, "U.S." is `u.s`). Names with hyphens stand there with hyphens and with blanks in their place.
 */
export function toNameKey(name: string): string {
  if (ASCII_WORD.test(name)) return name.toLowerCase();
  return name.normalize('NFC').toLowerCase().replace(APOSTROPHES, "'").replace(BLANKS, ' ').trim().replace(FULL_STOP, '');
}
