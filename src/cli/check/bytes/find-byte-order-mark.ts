/** The encoding that a byte order mark names; Copydesk does not read UTF-32. */
export interface ByteOrderMark {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32';
  /** Bytes of the mark. */
  readonly length: number;
}

/** Longest first: the mark of UTF-32 in little-endian order begins with that of UTF-16. */
const MARKS: readonly { readonly encoding: ByteOrderMark['encoding']; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-32', bytes: [0xff, 0xfe, 0, 0] },
  { encoding: 'utf-32', bytes: [0, 0, 0xfe, 0xff] },
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/** The byte order mark that bytes begin with, if any. */
export function findByteOrderMark(bytes: Uint8Array): ByteOrderMark | undefined {
  const mark = MARKS.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
  return mark && { encoding: mark.encoding, length: mark.bytes.length };
}
