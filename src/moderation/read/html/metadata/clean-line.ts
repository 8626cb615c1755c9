import { decodeHTMLStrict } from 'entities/decode';

/** UTF-16 code units of a line of metadata. */
const MAX_LENGTH = 300;
const TAG = /<\/?[a-z][^<>]{0,200}>/giu;

/**
 * A stated value as one line: white space folded, tags dropped, and references resolved, since many systems write them
 * into data where they are not needed, or twice. At most 300 code units, never half a surrogate pair; may be empty.
 */
export function cleanLine(value: string): string {
  const line = decodeHTMLStrict(value.slice(0, MAX_LENGTH * 4))
    .replace(TAG, ' ')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const unit = line.charCodeAt(MAX_LENGTH - 1);
  return line
    .slice(0, unit >= 0xd800 && unit <= 0xdbff ? MAX_LENGTH - 1 : MAX_LENGTH)
    .toWellFormed()
    .trim();
}
