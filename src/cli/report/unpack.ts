import { Buffer } from 'node:buffer';
import { pipeline, Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createZstdDecompress } from 'node:zlib';

const GZIP = Buffer.from([0x1f, 0x8b]);
const ZSTD = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
/** Bytes of a chunk that is unpacked. */
const CHUNK = { chunkSize: 262_144 };

export type Packing = 'gzip' | 'zstd' | 'brotli';

/** How a file is packed: by its first bytes, which Brotli lacks, so by its name. */
export function findPacking(name: string, head: Uint8Array): Packing | undefined {
  const startsWith = (magic: Buffer): boolean => magic.equals(head.subarray(0, magic.length));
  if (startsWith(GZIP)) return 'gzip';
  if (startsWith(ZSTD)) return 'zstd';
  return name.endsWith('.br') ? 'brotli' : undefined;
}

function createUnpacker(packing: Packing) {
  if (packing === 'gzip') return createGunzip(CHUNK);
  return packing === 'zstd' ? createZstdDecompress(CHUNK) : createBrotliDecompress(CHUNK);
}

/** Unpacks chunk by chunk. The iteration throws the error of the source, or of what is damaged or cut off. */
export function unpack(packing: Packing, chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  // The error reaches whoever reads the last stream.
  return pipeline(Readable.from(chunks), createUnpacker(packing), () => {});
}
