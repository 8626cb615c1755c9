import { Buffer } from 'node:buffer';
import { pipeline, Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createZstdDecompress, type ZstdDecompress } from 'node:zlib';

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

function write(unpacker: ZstdDecompress, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    unpacker.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

/** Feeds one unpacker until a frame ends within a chunk; resolves to what stands behind it, or to undefined at the end of all. */
async function feedFrame(unpacker: ZstdDecompress, first: Buffer, chunks: AsyncIterator<Buffer>): Promise<Buffer | undefined> {
  for (let chunk: Buffer | undefined = first; chunk; chunk = (await chunks.next()).value) {
    const before = unpacker.bytesWritten;
    await write(unpacker, chunk);
    const taken = unpacker.bytesWritten - before;
    if (taken < chunk.length) return chunk.subarray(taken);
  }
  unpacker.end();
  return undefined;
}

/**
 * Zstandard files may be put together of several, as gzip's may, but an unpacker of Node ends with the frame that ends within a
 * chunk and drops the rest of it: that goes to another one.
 */
async function* unpackFrames(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const iterator = chunks[Symbol.asyncIterator]();
  let rest: Buffer | undefined = (await iterator.next()).value;
  while (rest) {
    const unpacker = createZstdDecompress(CHUNK);
    const feeding = feedFrame(unpacker, rest, iterator);
    // The error of the source reaches whoever reads the unpacker.
    feeding.catch((error: unknown) => unpacker.destroy(error instanceof Error ? error : new Error(String(error))));
    yield* unpacker;
    rest = await feeding;
  }
}

/** Unpacks chunk by chunk. The iteration throws the error of the source, or of what is damaged or cut off. */
export function unpack(packing: Packing, chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  if (packing === 'zstd') return unpackFrames(chunks);
  // The error reaches whoever reads the last stream.
  return pipeline(Readable.from(chunks), packing === 'gzip' ? createGunzip(CHUNK) : createBrotliDecompress(CHUNK), () => {});
}
