/** Bytes in which a page may name its encoding, as browsers look no further either. */
const HEAD_BYTES = 4_096;
const CHARSET = /charset\s{0,9}=\s{0,9}["']?([\w-]{1,40})/iu;

function decodeAs(label: string, bytes: Uint8Array, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}

function markedEncoding([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/**
 * A page as text: by its byte order mark, as UTF-8 where its bytes are valid UTF-8, else by the encoding it names, else
 * as UTF-8 with replacements. All systems are given the same text.
 */
export function decodePage(bytes: Uint8Array): string {
  const marked = markedEncoding(bytes);
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  const named = CHARSET.exec(head)?.[1] ?? 'utf-8';
  return decodeAs('utf-8', bytes, true) ?? decodeAs(named, bytes, false) ?? new TextDecoder().decode(bytes);
}
