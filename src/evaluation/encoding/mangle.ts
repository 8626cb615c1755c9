const encoder = new TextEncoder();

/** Decoders of the Encoding Standard; `iso-8859-1` is none of them, there each byte is its character. */
export const MANGLED_AS = ['windows-1252', 'iso-8859-1', 'iso-8859-2', 'windows-1250', 'windows-1251', 'macintosh'] as const;

/** What becomes of a text whose UTF-8 is read as another encoding. */
export function mangle(text: string, encoding: string): string {
  const bytes = encoder.encode(text);
  if (encoding === 'iso-8859-1') return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return new TextDecoder(encoding).decode(bytes);
}
