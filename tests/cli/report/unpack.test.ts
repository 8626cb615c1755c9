import { Buffer } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Packing, unpack } from '../../../src/cli/report/unpack.ts';

const MB = 1_000_000;
const TEXT = Buffer.from(Array.from({ length: 4000 }, (_, at) => `{"line":${at},"of":"the harbour wall"}\n`).join(''));

function* inChunks(bytes: Buffer, size: number): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

const toSource = (bytes: Buffer, size = 10_000): Readable => Readable.from(inChunks(bytes, size));

interface Unpacked {
  readonly bytes: Buffer;
  readonly error: unknown;
}

async function readAll(unpacked: AsyncIterable<Buffer>): Promise<Unpacked> {
  const all: Buffer[] = [];
  try {
    for await (const bytes of unpacked) all.push(bytes);
    return { bytes: Buffer.concat(all), error: undefined };
  } catch (error) {
    return { bytes: Buffer.concat(all), error };
  }
}

/** Unpacks, and counts the bytes that were read a second time. */
async function readTwice(packing: Packing, first: Readable, second: Buffer): Promise<Unpacked & { readonly again: number }> {
  let again = 0;
  function* count(): Generator<Buffer> {
    for (const chunk of inChunks(second, 10_000)) {
      again += chunk.length;
      yield chunk;
    }
  }
  const unpacked = await readAll(unpack(packing, first, () => Readable.from(count(), { highWaterMark: 1 })));
  return { ...unpacked, again };
}

const packers = [
  ['gzip', (bytes: Buffer) => gzipSync(bytes)],
  ['brotli', (bytes: Buffer) => brotliCompressSync(bytes)],
] as const;

describe.each(packers)('what is packed with %s', (packing, pack) => {
  it('is unpacked as it was', async () => {
    const property = fc.asyncProperty(
      fc.uint8Array({ maxLength: 20_000 }),
      fc.integer({ min: 1, max: 9000 }),
      async (bytes, size) => {
        const { bytes: unpacked, error } = await readAll(unpack(packing, toSource(pack(Buffer.from(bytes)), size)));
        expect(error).toBeUndefined();
        expect(unpacked.equals(bytes)).toBe(true);
      },
    );
    await fc.assert(property, { numRuns: 50 });
  });

  it('does not come faster than it is taken, however much stands in a few bytes', async () => {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 3, [constants.BROTLI_PARAM_LGWIN]: 24 };
    const big = Buffer.alloc(200 * MB, 'x');
    const packed = packing === 'gzip' ? gzipSync(big) : brotliCompressSync(big, { params });
    const unpacked = unpack(packing, toSource(packed, 262_144));
    const before = process.memoryUsage().arrayBuffers;
    let { value } = await unpacked.next();
    await delay(100);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(3 * MB);
    let length = 0;
    for (; value; { value } = await unpacked.next()) length += value.length;
    expect(length).toBe(big.length);
  }, 60_000);

  it('leaves nothing behind of each piece', async () => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const measure = (): number => {
      collect();
      return process.memoryUsage().heapUsed;
    };
    const half = 40 * MB;
    const random = randomBytes(2 * half);
    const packed =
      packing === 'gzip'
        ? gzipSync(random, { level: 0 })
        : brotliCompressSync(random, { params: { [constants.BROTLI_PARAM_QUALITY]: 0 } });
    let [length, atHalf, last] = [0, 0, 0];
    for await (const bytes of unpack(packing, toSource(packed, 262_144))) {
      length += bytes.length;
      if (length > half && atHalf === 0) atHalf = measure();
      if (length > 1.9 * half && last === 0) last = measure();
    }
    expect(length).toBe(random.length);
    expect(last - atHalf).toBeLessThan(MB);
  }, 60_000);

  it('is read once when it is only cut off, and then to the last byte', async () => {
    const packed = pack(TEXT);
    const property = fc.asyncProperty(fc.integer({ min: 1, max: packed.length - 1 }), async (length) => {
      const part = packed.subarray(0, length);
      const { bytes, error, again } = await readTwice(packing, toSource(part), part);
      // Byte by byte is all that there is.
      const { bytes: all } = await readAll(unpack(packing, toSource(part, 1)));
      expect(error).toBeInstanceOf(Error);
      expect([again, bytes.length]).toEqual([0, all.length]);
      expect(TEXT.subarray(0, bytes.length).equals(bytes)).toBe(true);
    });
    await fc.assert(property, { numRuns: 20 });
  });

  it('is read once when it is its source that fails', async () => {
    const packed = pack(randomBytes(50_000));
    function* fail(): Generator<Buffer> {
      yield packed.subarray(0, 20_000);
      throw Object.assign(new Error('the disk is gone'), { code: 'EIO' });
    }
    const { bytes, error, again } = await readTwice(packing, Readable.from(fail()), packed);
    expect(error).toMatchObject({ code: 'EIO' });
    expect(again).toBe(0);
    expect(bytes.length).toBeGreaterThan(packing === 'gzip' ? 15_000 : 0);
  });

  it('is read a second time up to where it is damaged, even when it is not so any more', async () => {
    const packed = pack(randomBytes(400_000));
    const damaged = Buffer.from(packed).fill(0xff, 0, 40);
    const { error, again } = await readTwice(packing, toSource(damaged), packed);
    expect(error).toBeInstanceOf(Error);
    // The piece, and at most the one that its source had ready: not all 400,000.
    expect(again).toBeLessThanOrEqual(20_000);
  });
});

describe('bytes behind the end', () => {
  const packed = gzipSync(TEXT);
  /** Ends with a piece. */
  const level = gzipSync(randomBytes(4096 - gzipSync(Buffer.from('x'), { level: 0 }).length + 1), { level: 0 });

  it.each([
    ['a few zeros', packed, 100],
    ['many zeros', packed, 50_000],
    ['zeros after two parts', Buffer.concat([packed, packed]), 9000],
    ['zeros in a piece of their own', level, 10],
  ])('are no damage to gzip if they are %s', async (_, bytes, zeros) => {
    const plain = await readAll(unpack('gzip', toSource(bytes)));
    const {
      error,
      bytes: unpacked,
      again,
    } = await readTwice('gzip', toSource(Buffer.concat([bytes, Buffer.alloc(zeros)])), bytes);
    expect([error, again]).toEqual([undefined, 0]);
    expect(unpacked.equals(plain.bytes)).toBe(true);
  });

  it('are known in a piece of their own', () => {
    expect(level).toHaveLength(4096);
  });

  it.each([
    ['gzip', Buffer.concat([packed, Buffer.alloc(100), Buffer.from('behind')])],
    ['gzip', Buffer.concat([packed, Buffer.alloc(50_000), Buffer.from('behind')])],
    ['gzip', Buffer.concat([packed, Buffer.from('behind')])],
    ['brotli', Buffer.concat([brotliCompressSync(TEXT), Buffer.alloc(10)])],
    ['brotli', Buffer.concat([brotliCompressSync(TEXT), Buffer.from('behind')])],
  ] as const)('of %s are damage if they are others, or it is not filled up', async (packing, bytes) => {
    const { error, bytes: unpacked } = await readTwice(packing, toSource(bytes), bytes);
    expect(error).toMatchObject({ code: expect.stringMatching(/^Z_DATA_ERROR$/u) });
    expect(unpacked.equals(TEXT)).toBe(true);
  });
});
