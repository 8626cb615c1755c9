/** First of the Unicode control pictures: U+2400 shows U+0000, and so on. */
const PICTURES = 0x2400;
const PICTURE_OF_DELETE = '\u2421';

/** Controls, lone surrogates, separators, soft hyphen, bidi controls and marks, characters without a width, tags. */
const UNSEEN =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

function reveal(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCharCode(PICTURES + code);
  if (code === 0x7f) return PICTURE_OF_DELETE;
  const digits = code.toString(16);
  return digits.length > 4 ? `\\u{${digits}}` : `\\u${digits.padStart(4, '0')}`;
}

/**
 * Makes every character visible that a terminal would obey or not show: ESC becomes "␛", a right-to-left override
 * "\u202e". Line ends and tabs are controls too. Joiners (U+200C, U+200D) stay: they are letters' and emoji's own.
 */
export function revealControls(text: string): string {
  return text.replace(UNSEEN, reveal);
}
