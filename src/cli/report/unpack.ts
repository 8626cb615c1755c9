import { Buffer } from 'node:buffer';
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

function writeFrame(unpacker: ZstdDecompress, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    unpacker.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

/** Feeds one unpacker until a frame ends within a chunk; resolves to what stands behind it, or to undefined at the end of all. */
async function feedFrame(unpacker: ZstdDecompress, first: Buffer, chunks: AsyncIterator<Buffer>): Promise<Buffer | undefined> {
  for (let chunk: Buffer | undefined = first; chunk; chunk = (await chunks.next()).value) {
    const before = unpacker.bytesWritten;
    await writeFrame(unpacker, chunk);
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

/** Cuts chunks into pieces; from some offset on into as many single bytes, and not further. */
async function* cut(chunks: AsyncIterable<Buffer>, finelyFrom = Number.POSITIVE_INFINITY): AsyncGenerator<Buffer> {
  let offset = 0;
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; ) {
      if (offset >= finelyFrom + PIECE) return;
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
  /** Bytes that were handed out. */
  given: number;
  /** Whether it was the unpacker that failed, at a piece: not the source, nor the end. */
  isBroken: boolean;
}

const start = (): Progress => ({ taken: 0, given: 0, isBroken: false });

/** What wakes up those who wait, once for all of a file: a promise for each event would hold on to all that ever waited for it. */
class Bell {
  #wake = (): void => undefined;

  readonly ring = (): void => this.#wake();

  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}

/** Hands out what comes until it is done or at its end. An unpacker whose buffer is full goes no further, so nothing is gathered here. */
async function* drain(unpacker: Unpacker, bell: Bell, isDone: () => boolean): AsyncGenerator<Buffer> {
  for (;;) {
    for (let bytes: Buffer | null = unpacker.read(); bytes; bytes = unpacker.read()) yield bytes;
    if (unpacker.errored) throw unpacker.errored;
    if (unpacker.readableEnded || isDone()) return;
    await bell.next();
  }
}

const ZEROS = Buffer.alloc(PIECE);

/** Tapes and block devices fill up gzip files with zeros; any other bytes behind the end of a file are not of it. */
function checkRest(packing: Packing, rest: Buffer): void {
  if (packing === 'gzip' && rest.equals(ZEROS.subarray(0, rest.length))) return;
  throw Object.assign(new Error('there are bytes behind its end'), { code: 'Z_DATA_ERROR' });
}

/** What comes of one piece. */
function write(unpacker: Unpacker, bell: Bell, piece: Buffer): AsyncGenerator<Buffer> {
  let isWritten = false;
  unpacker.write(piece, () => {
    isWritten = true;
    bell.ring();
  });
  return drain(unpacker, bell, () => isWritten);
}

async function* unpackAll(
  packing: Packing,
  unpacker: Unpacker,
  pieces: AsyncIterable<Buffer>,
  progress: Progress,
): AsyncGenerator<Buffer> {
  const bell = new Bell();
  for (const event of ['readable', 'end', 'error', 'close']) unpacker.on(event, bell.ring);
  let isOver = false;
  for await (const piece of pieces) {
    const before = unpacker.bytesWritten;
    if (!isOver) yield* write(unpacker, bell, piece);
    // An unpacker ends where what is packed does, and takes nothing that stands behind it.
    const rest = piece.subarray(unpacker.bytesWritten - before);
    isOver ||= rest.length > 0;
    if (isOver) checkRest(packing, rest);
    progress.taken += piece.length;
  }
  if (isOver) return;
  unpacker.end();
  yield* drain(unpacker, bell, () => false);
}

/** Unpacks piece by piece, and hands out all that came of those before one at which it fails. */
async function* unpackPieces(packing: Packing, pieces: AsyncIterable<Buffer>, progress: Progress): AsyncGenerator<Buffer> {
  const unpacker = packing === 'gzip' ? createGunzip(CHUNK) : createBrotliDecompress(CHUNK);
  try {
    for await (const bytes of unpackAll(packing, unpacker, pieces, progress)) {
      progress.given += bytes.length;
      yield bytes;
    }
  } catch (error) {
    progress.isBroken = unpacker.errored !== null && !unpacker.writableEnded;
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
async function* rescue(packing: Packing, chunks: AsyncIterable<Buffer>, { taken, given }: Progress): AsyncGenerator<Buffer> {
  try {
    yield* skip(given, unpackPieces(packing, cut(chunks, taken), start()));
  } catch {
    // It fails again, this time behind all that is whole.
  }
}

/**
 * Unpacks chunk by chunk, in bounded memory however much a chunk holds. The iteration throws the error of the source, or of what is damaged or cut
 * off, after all that could be unpacked before it: where the same chunks can be had `again`, to the last byte. They are had at most once, when
 * what is packed is damaged, and up to there.
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
  const progress = start();
  try {
    yield* unpackPieces(packing, cut(chunks), progress);
  } catch (error) {
    if (again && progress.isBroken) yield* rescue(packing, again(), progress);
    throw error;
  }
}
