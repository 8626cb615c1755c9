import { Buffer } from 'node:buffer';

/** A text, or the offset of the first byte that is no part of one, with the encoding it was read in. */
export type DecodedBytes =
  | { readonly text: string; readonly encoding: string }
  | { readonly invalidAt: number; readonly encoding: string };

interface Encoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be';
  /** Bytes of the byte order mark. */
  readonly mark: number;
  /** U+FFFD in this encoding: what a lenient decoder puts in place of bytes it cannot read. */
  readonly replacement: readonly number[];
}

const UTF8 = { name: 'utf-8', mark: 0, replacement: [0xef, 0xbf, 0xbd] } as const;

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return { name: 'utf-16le', mark: 2, replacement: [0xfd, 0xff] };
  if (first === 0xfe && second === 0xff) return { name: 'utf-16be', mark: 2, replacement: [0xff, 0xfd] };
  return first === 0xef && second === 0xbb && third === 0xbf ? { ...UTF8, mark: 3 } : UTF8;
}

function countBytes(text: string, encoding: Encoding): number {
  return encoding.name === 'utf-8' ? Buffer.byteLength(text) : 2 * text.length;
}

/** Offset of the first bytes that a lenient decoder replaced: where U+FFFD stands in the text but not in the bytes. */
function findInvalid(bytes: Uint8Array, encoding: Encoding): number {
  const text = new TextDecoder(encoding.name).decode(bytes);
  let offset = encoding.mark;
  let from = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', from)) {
    offset += countBytes(text.slice(from, at), encoding);
    if (encoding.replacement.some((byte, index) => bytes[offset + index] !== byte)) return offset;
    offset += encoding.replacement.length;
    from = at + 1;
  }
  return bytes.length;
}

/**
 * Decodes UTF-8, or UTF-16 when a byte order mark says so. The mark is no part of the text: offsets in a result begin
 * behind it. Nothing is replaced or guessed. Linear.
 */
export function decodeBytes(bytes: Uint8Array): DecodedBytes {
  const encoding = encodingOf(bytes);
  try {
    return { text: new TextDecoder(encoding.name, { fatal: true }).decode(bytes), encoding: encoding.name };
  } catch {
    return { invalidAt: findInvalid(bytes, encoding), encoding: encoding.name };
  }
}
