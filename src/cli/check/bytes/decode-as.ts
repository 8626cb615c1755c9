import { decodeWindows1252 } from './decode-windows1252.ts';

export interface DecodedText {
  readonly text: string;
  /** Places that are nothing in the encoding; U+FFFD stands there. */
  readonly replaced: number;
}

const REPLACEMENT = '\ufffd';
/** U+FFFD as it may stand in the bytes of an article, where nothing was replaced. */
const WRITTEN: Readonly<Record<string, readonly [number, number, number?]>> = {
  'utf-8': [0xef, 0xbf, 0xbd],
  'utf-16le': [0xfd, 0xff],
  'utf-16be': [0xff, 0xfd],
};

function countWritten(bytes: Uint8Array, encoding: string): number {
  const written = WRITTEN[encoding];
  if (!written) return 0;
  const [first, second, third] = written;
  const step = third === undefined ? 2 : 1;
  let count = 0;
  for (let at = 0; at + 1 < bytes.length; at += step) {
    if (bytes[at] !== first || bytes[at + 1] !== second) continue;
    if (third === undefined || bytes[at + 2] === third) count++;
  }
  return count;
}

function countReplacements(text: string): number {
  let count = 0;
  for (let at = text.indexOf(REPLACEMENT); at >= 0; at = text.indexOf(REPLACEMENT, at + 1)) count++;
  return count;
}

/**
 * Bytes as text of an encoding, by its name in the Encoding Standard; what is none of it is replaced and counted. A byte
 * order mark of the encoding is left out. Linear.
 */
export function decodeAs(bytes: Uint8Array, encoding: string): DecodedText {
  if (encoding === 'windows-1252') return { text: decodeWindows1252(bytes), replaced: 0 };
  // The Standard decodes gbk as gb18030; Node does not.
  const decoder = encoding === 'gbk' ? 'gb18030' : encoding;
  try {
    return { text: new TextDecoder(decoder, { fatal: true }).decode(bytes), replaced: 0 };
  } catch {
    const text = new TextDecoder(decoder).decode(bytes);
    return { text, replaced: Math.max(0, countReplacements(text) - countWritten(bytes, encoding)) };
  }
}
