import { Buffer } from 'node:buffer';

/** A text, or the offset of the first byte that is no UTF-8. */
export type DecodedUtf8 = { readonly text: string } | { readonly invalidAt: number };

const MARK = [0xef, 0xbb, 0xbf] as const;
const REPLACEMENT = [0xef, 0xbf, 0xbd] as const;

/** Offset of the first bytes that a lenient decoder replaced: where U+FFFD stands in the text but not in the bytes. */
function findInvalid(bytes: Uint8Array): number {
  const text = new TextDecoder().decode(bytes);
  let offset = MARK.every((byte, index) => bytes[index] === byte) ? MARK.length : 0;
  let from = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', from)) {
    offset += Buffer.byteLength(text.slice(from, at));
    if (REPLACEMENT.some((byte, index) => bytes[offset + index] !== byte)) return offset;
    offset += REPLACEMENT.length;
    from = at + 1;
  }
  return bytes.length;
}

/** Decodes UTF-8 and nothing else; a byte order mark is left out, nothing is replaced or guessed. Linear. */
export function decodeUtf8(bytes: Uint8Array): DecodedUtf8 {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { invalidAt: findInvalid(bytes) };
  }
}
