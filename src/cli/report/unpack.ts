import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type BrotliDecompress,
  createBrotliDecompress,
  createGunzip,
  createZstdDecompress,
  type Gunzip,
  type ZstdDecompress,
} from 'node:zlib';

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

type Unpacker = Gunzip | BrotliDecompress;

/** An unpacker that fails drops what it had made of the piece at which it did: of so many bytes it is little. */
const PIECE = 4096;

/** Cuts chunks into pieces, from some offset on into single bytes. */
async function* cut(chunks: AsyncIterable<Buffer>, finelyFrom = Number.POSITIVE_INFINITY): AsyncGenerator<Buffer> {
  let offset = 0;
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; ) {
      const size = offset < finelyFrom ? Math.min(PIECE, finelyFrom - offset) : 1;
      const piece = chunk.subarray(start, start + size);
      yield piece;
      start += piece.length;
      offset += piece.length;
    }
  }
}

/** What has been unpacked so far. */
interface Progress {
  /** Bytes of the pieces that were unpacked whole. */
  taken: number;
  /** Bytes that came out of them. */
  given: number;
}

/** Unpacks piece by piece, and hands out all that came of those before one at which it fails. */
async function* unpackPieces(unpacker: Unpacker, pieces: AsyncIterable<Buffer>, progress: Progress): AsyncGenerator<Buffer> {
  const unpacked: Buffer[] = [];
  const failed = once(unpacker, 'error').then(([error]) => Promise.reject(error));
  failed.catch(() => undefined);
  // Brotli ends where its stream does, and takes nothing that stands behind it.
  const ended = once(unpacker, 'end');
  ended.catch(() => undefined);
  unpacker.on('data', (bytes: Buffer) => {
    progress.given += bytes.length;
    unpacked.push(bytes);
  });
  // From here on what comes out is handed on at once.
  await nextTurn();
  try {
    for await (const piece of pieces) {
      await Promise.race([new Promise((resolve) => unpacker.write(piece, resolve)), failed, ended]);
      if (unpacker.errored) throw unpacker.errored;
      if (unpacker.readableEnded) throw Object.assign(new Error('there are bytes behind its end'), { code: 'ERR_BROTLI_REST' });
      progress.taken += piece.length;
      yield* unpacked.splice(0);
    }
    unpacker.end();
    await Promise.race([ended, failed]);
    yield* unpacked.splice(0);
  } catch (error) {
    yield* unpacked.splice(0);
    throw error;
  } finally {
    unpacker.destroy();
  }
}

async function* skip(bytes: number, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let left = bytes;
  for await (const chunk of chunks) {
    if (chunk.length > left) yield chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}

/** What comes of the bytes before one at which unpacking fails, after so much is known. */
async function* rescue(
  create: () => Unpacker,
  chunks: AsyncIterable<Buffer>,
  { taken, given }: Progress,
): AsyncGenerator<Buffer> {
  try {
    yield* skip(given, unpackPieces(create(), cut(chunks, taken), { taken: 0, given: 0 }));
  } catch {
    // It fails again, this time behind all that is whole.
  }
}

/**
 * Unpacks chunk by chunk. The iteration throws the error of the source, or of what is damaged or cut off, after all that could be unpacked before it:
 * where the same chunks can be had `again`, to the last byte.
 */
export async function* unpack(
  packing: Packing,
  chunks: AsyncIterable<Buffer>,
  again?: () => AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  if (packing === 'zstd') {
    yield* unpackFrames(chunks);
    return;
  }
  const create = () => (packing === 'gzip' ? createGunzip(CHUNK) : createBrotliDecompress(CHUNK));
  const progress: Progress = { taken: 0, given: 0 };
  try {
    yield* unpackPieces(create(), cut(chunks), progress);
  } catch (error) {
    if (again) yield* rescue(create, again(), progress);
    throw error;
  }
}
