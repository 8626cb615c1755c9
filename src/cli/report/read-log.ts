import { Buffer } from 'node:buffer';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type { LogTally } from '../../log-report/log-tally.ts';
import { LineSplitter } from './line-splitter.ts';
import type { LogSource } from './log-source.ts';
import { findPacking, unpack } from './unpack.ts';

/** Bytes of a line that is read. */
const MOST_LINE_BYTES = 1_048_576;
const CHUNK = 262_144;
/** Bytes by which a packed file is known. */
const HEAD = 4;

/** Lines of one file on their way to the tally. */
export function splitInto(tally: LogTally, source: LogSource): LineSplitter {
  const sink = {
    read: (text: string, line: number) => tally.read(text, source.name, line),
    skip: (line: number) => tally.skip(source.name, line),
  };
  return new LineSplitter(sink, MOST_LINE_BYTES);
}

/** The first chunk is made long enough to know a packed file by. */
async function* withHead(chunks: AsyncIterable<Uint8Array>, onBytes: (count: number) => void): AsyncGenerator<Buffer> {
  let head: Buffer = Buffer.alloc(0);
  let isKnown = false;
  for await (const chunk of chunks) {
    onBytes(chunk.length);
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    head = isKnown ? bytes : Buffer.concat([head, bytes]);
    isKnown ||= head.length >= HEAD;
    if (isKnown) yield head;
  }
  if (!isKnown && head.length > 0) yield head;
}

async function* join(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

/**
 * Reads one file, or standard input for "-", to its end into the tally, unpacked if need be. `onChunk` is called between chunks.
 * Rejects with the error of the file; what was read before it is counted.
 */
export async function readLog(source: LogSource, stdin: Readable, tally: LogTally, onChunk: () => void): Promise<void> {
  const open = () => createReadStream(source.name, { highWaterMark: CHUNK });
  const stream: AsyncIterable<Uint8Array> = source.name === '-' ? stdin : open();
  const splitter = splitInto(tally, source);
  const chunks = withHead(stream, (count) => {
    source.bytes += count;
    onChunk();
  });
  try {
    const { value: first } = await chunks.next();
    if (!first) return;
    const packing = findPacking(source.name, first);
    const all = join(first, chunks);
    for await (const chunk of packing ? unpack(packing, all, source.name === '-' ? undefined : open) : all) {
      splitter.feed(chunk);
      source.lines = splitter.lines;
    }
  } finally {
    splitter.end();
    source.lines = splitter.lines;
  }
}
