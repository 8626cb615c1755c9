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
export function packParagraphs(paragraphs: readonly FingerprintedParagraph[]): Buffer {
  const words = paragraphs.reduce((sum, paragraph) => sum + paragraph.words.length, 0);
  const packed = Buffer.alloc(paragraphs.length * HEAD_BYTES + words * WORD_BYTES);
  let at = 0;
  for (const paragraph of paragraphs) at = writeParagraph(packed, at, paragraph);
  return packed;
}

function readParagraph(view: DataView, from: number): FingerprintedParagraph {
  const count = view.getUint32(from + 8, true);
  const words = new Uint32Array(count);
  const starts = new Uint16Array(count);
  const lengths = new Uint8Array(count);
  const facts = new Uint8Array(count);
  for (let word = 0; word < count; word++) {
    const at = from + HEAD_BYTES + word * WORD_BYTES;
    words[word] = view.getUint32(at, true);
    starts[word] = view.getUint16(at + 4, true);
    const last = view.getUint8(at + 6);
    lengths[word] = last & (FACT - 1);
    facts[word] = last >>> 7;
  }
  return { start: view.getUint32(from, true), end: view.getUint32(from + 4, true), words, starts, lengths, facts };
}

/** The opposite of `packParagraphs`; words longer than 127 code units come back as 127. */
export function unpackParagraphs(packed: Uint8Array): readonly FingerprintedParagraph[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const paragraphs: FingerprintedParagraph[] = [];
  for (let at = 0; at < packed.byteLength; ) {
    const paragraph = readParagraph(view, at);
    paragraphs.push(paragraph);
    at += HEAD_BYTES + paragraph.words.length * WORD_BYTES;
  }
  return paragraphs;
}
