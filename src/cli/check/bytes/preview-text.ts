import { Buffer } from 'node:buffer';
import { findByteOrderMark } from './find-byte-order-mark.ts';
import { findUnmarkedUtf16 } from './find-unmarked-utf16.ts';

/** Bytes; what markup an article is written in shows in its first lines. */
const PREVIEW = 65_536;

/** The beginning of a text as it looks to one who knows ASCII only, before its encoding is known. */
export function previewText(bytes: Uint8Array): string {
  const mark = findByteOrderMark(bytes);
  const head = bytes.subarray(mark?.length ?? 0, PREVIEW);
  const encoding = mark?.encoding ?? findUnmarkedUtf16(head);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return new TextDecoder(encoding).decode(head);
  return Buffer.from(head).toString('latin1');
}
