import type { FingerprintedParagraph } from '../../moderation/model/article-fingerprint.ts';

/** Start, end and number of words of a paragraph; each word has a hash (4), a place (2), a length and whether it is a fact (1). */
const HEAD_BYTES = 12;
const WORD_BYTES = 7;
/** Set in the byte of a word's length; so lengths go up to 127. */
const FACT = 0x80;

function writeParagraph(
  into: Buffer,
  from: number,
  { start, end, words, starts, lengths, facts }: FingerprintedParagraph,
): number {
  let at = into.writeUInt32LE(start, from);
  at = into.writeUInt32LE(end, at);
  at = into.writeUInt32LE(words.length, at);
  for (let word = 0; word < words.length; word++) {
    at = into.writeUInt32LE(words[word] ?? 0, at);
    at = into.writeUInt16LE(starts[word] ?? 0, at);
    at = into.writeUInt8(Math.min(FACT - 1, lengths[word] ?? 0) | ((facts[word] ?? 0) * FACT), at);
  }
  return at;
}

/** Paragraphs as bytes for the store. */
export function packParagraphs(paragraphs: readonly FingerprintedParagraph[]): Buffer<ArrayBuffer> {
  const words = paragraphs.reduce((sum, paragraph) => sum + paragraph.words.length, 0);
  const packed = Buffer.alloc(paragraphs.length * HEAD_BYTES + words * WORD_BYTES);
  let at = 0;
  for (const paragraph of paragraphs) at = writeParagraph(packed, at, paragraph);
  return packed;
}

/** Columns of all paragraphs together, of which each has a part: hundreds of small arrays would cost more than what is in them. */
interface Columns {
  readonly words: Uint32Array;
  readonly starts: Uint16Array;
  readonly lengths: Uint8Array;
  readonly facts: Uint8Array;
}

/** Room for the words of all paragraphs, and somewhat more. */
function makeColumns(bytes: number): Columns {
  const words = Math.floor(bytes / WORD_BYTES);
  return {
    words: new Uint32Array(words),
    starts: new Uint16Array(words),
    lengths: new Uint8Array(words),
    facts: new Uint8Array(words),
  };
}

/** `from` is a place in the bytes, `first` one in the columns. */
function readParagraph(view: DataView, from: number, columns: Columns, first: number): FingerprintedParagraph {
  const { words, starts, lengths, facts } = columns;
  const end = first + view.getUint32(from + 8, true);
  for (let word = first, at = from + HEAD_BYTES; word < end; word++, at += WORD_BYTES) {
    words[word] = view.getUint32(at, true);
    starts[word] = view.getUint16(at + 4, true);
    const last = view.getUint8(at + 6);
    lengths[word] = last & (FACT - 1);
    facts[word] = last >>> 7;
  }
  return {
    start: view.getUint32(from, true),
    end: view.getUint32(from + 4, true),
    words: words.subarray(first, end),
    starts: starts.subarray(first, end),
    lengths: lengths.subarray(first, end),
    facts: facts.subarray(first, end),
  };
}

/** The opposite of `packParagraphs`; words longer than 127 code units come back as 127. */
export function unpackParagraphs(packed: Uint8Array): readonly FingerprintedParagraph[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const columns = makeColumns(packed.byteLength);
  const paragraphs: FingerprintedParagraph[] = [];
  for (let at = 0, words = 0; at < packed.byteLength; ) {
    const paragraph = readParagraph(view, at, columns, words);
    paragraphs.push(paragraph);
    words += paragraph.words.length;
    at += HEAD_BYTES + paragraph.words.length * WORD_BYTES;
  }
  return paragraphs;
}
