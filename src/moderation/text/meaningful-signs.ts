/**
 * Signs that change what is said: of money, of calculating, of a share, symbols, a question; a minus before a figure, a
 * colon or stroke between two. Other punctuation, quotation marks and dashes do not.
 */
const SIGNS = /(?!\|)[\p{Sc}\p{Sm}\p{So}%‰#&^?]|[-–—](?=\d)|(?<=\d)[:/](?=\d)/gu;
const DASH = /[–—−]/u;

/** The signs of a text that carry meaning where two texts have the same words, in order; dashes before figures are one. Linear. */
export function meaningfulSigns(text: string): string {
  const signs = Array.from(text.matchAll(SIGNS), ([sign]) => (DASH.test(sign) ? '-' : sign));
  return signs.join('').normalize('NFKC');
}
