import { decodeHTML } from 'entities/decode';

/** A character reference at a place; the longest name has 32 letters. */
const REFERENCE = /&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});/y;

/** The character reference at `at` when it stands for what `value` says from `from` on; nothing otherwise. */
export function readReference(
  source: string,
  at: number,
  value: string,
  from: number,
): { readonly length: number; readonly text: string } | undefined {
  if (source[at] !== '&') return undefined;
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(source)?.[0];
  if (match === undefined) return undefined;
  // What a number stands for is told by the value: parsers differ in the numbers that are no characters.
  const text = match[1] === '#' ? String.fromCodePoint(value.codePointAt(from) ?? 0xfffd) : decodeHTML(match);
  return text !== match && value.startsWith(text, from) ? { length: match.length, text } : undefined;
}
