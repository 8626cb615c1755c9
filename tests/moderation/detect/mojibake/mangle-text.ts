const encoder = new TextEncoder();

/** One character for each byte, as encodings with one byte a character give; bytes that one lacks keep their number. */
function readByte(byte: number, decoder: InstanceType<typeof TextDecoder> | undefined): string {
  const character = decoder?.decode(Uint8Array.of(byte)) ?? String.fromCharCode(byte);
  return character === '\ufffd' ? String.fromCharCode(byte) : character;
}

/** What becomes of a text when its UTF-8 is read as another encoding, and that as the next; `iso-8859-1` is each byte itself. */
export function mangleText(text: string, ...encodings: readonly string[]): string {
  return encodings.reduce((mangled, encoding) => {
    const decoder = encoding === 'iso-8859-1' ? undefined : new TextDecoder(encoding);
    return Array.from(encoder.encode(mangled), (byte) => readByte(byte, decoder)).join('');
  }, text);
}
