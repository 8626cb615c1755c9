/** UTF-16 code units that the longest character reference has, and some more. */
const MAX_REFERENCE = 50;
const OF_REFERENCE = /[A-Za-z0-9;]/;

/**
 * Where a text of a page begins in its source. The tokenizer names the last character of a reference as the place of what
 * begins with one behind white space or a NUL; this goes back to its ampersand.
 */
export function findTextStart(source: string, text: string, start: number): number {
  const unit = source[start];
  if (unit === undefined || unit === text[0] || !OF_REFERENCE.test(unit)) return start;
  const ampersand = source.lastIndexOf('&', start);
  return ampersand < 0 || start - ampersand > MAX_REFERENCE ? start : ampersand;
}
