import { Buffer } from 'node:buffer';

/** What a file is that is no text, for people. */
const KINDS: readonly { readonly begins: string; readonly at?: number; readonly name: string }[] = [
  { begins: '%PDF-', name: 'a PDF' },
  { begins: '{\\rtf', name: 'a rich text document (RTF)' },
  { begins: 'PK\x03\x04', name: 'a ZIP archive, as Word, OpenDocument and EPUB files are' },
  { begins: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', name: 'a document of an old Microsoft Office' },
  { begins: '\x1f\x8b\x08', name: 'a file compressed with gzip' },
  { begins: 'BZh91AY&SY', name: 'a file compressed with bzip2' },
  { begins: '\xfd7zXZ\0', name: 'a file compressed with xz' },
  { begins: '\x28\xb5\x2f\xfd', name: 'a file compressed with zstd' },
  { begins: '7z\xbc\xaf\x27\x1c', name: 'a 7z archive' },
  { begins: '\x89PNG\r\n\x1a\n', name: 'a PNG picture' },
  { begins: '\xff\xd8\xff', name: 'a JPEG picture' },
  { begins: 'GIF87a', name: 'a GIF picture' },
  { begins: 'GIF89a', name: 'a GIF picture' },
  { begins: 'II*\0', name: 'a TIFF picture' },
  { begins: 'MM\0*', name: 'a TIFF picture' },
  { begins: 'WEBP', at: 8, name: 'a WebP picture' },
  { begins: 'ftyp', at: 4, name: 'a film, a sound or a picture (MPEG-4, AVIF, HEIC)' },
  { begins: 'ID3\x03', name: 'a sound (MP3)' },
  { begins: 'ID3\x04', name: 'a sound (MP3)' },
  { begins: 'OggS\0', name: 'a sound (Ogg)' },
  { begins: '\x7fELF', name: 'a program' },
];
const LONGEST = 16;

/** Names well-known formats of file that are no text by the bytes they begin with; nothing for what may be text. */
export function nameBinary(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, LONGEST)).toString('latin1');
  return KINDS.find(({ begins, at = 0 }) => head.startsWith(begins, at))?.name;
}
