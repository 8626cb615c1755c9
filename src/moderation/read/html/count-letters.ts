/** CJK radicals to Hangul syllables: one of them says about as much as so many letters of an alphabet. */
const FIRST_IDEOGRAPH = 0x2e80;
const LAST_SYLLABLE = 0xd7ff;
const IDEOGRAPH = 3;

/** Letters of a text without its white space; a sign that is a word or a syllable counts as three. */
export function countLetters(value: string): number {
  let letters = 0;
  for (let at = 0; at < value.length; at++) {
    const unit = value.charCodeAt(at);
    if (unit > 0x20 && unit !== 0xa0) letters += unit >= FIRST_IDEOGRAPH && unit <= LAST_SYLLABLE ? IDEOGRAPH : 1;
  }
  return letters;
}
