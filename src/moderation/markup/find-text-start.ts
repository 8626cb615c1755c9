import { decodeHTML } from 'entities/decode';

/** UTF-16 code units of the longest character reference that is looked for. */
const MAX_REFERENCE = 48;

/**
 * Where a text of a page begins in its source. parse5 8.1 states the end of a character reference as its beginning when
 * white space or a NUL stands before it; the true one is where the reference that gives the first character begins.
 */
export function findTextStart(source: string, text: string, start: number): number {
  if (text.charAt(0) === source.charAt(start)) return start;
  const from = Math.max(0, start - MAX_REFERENCE);
  const ampersand = source.slice(from, start).lastIndexOf('&') + from;
  if (source.charAt(ampersand) !== '&') return start;
  const decoded = decodeHTML(source.slice(ampersand, start + 1));
  return decoded !== '' && text.startsWith(decoded) ? ampersand : start;
}
