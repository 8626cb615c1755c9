import { Buffer } from 'node:buffer';

/** A line without its LF, counted from 1. A line over the limit comes without its bytes, only with their number. */
export type ByteLine =
  | { readonly line: number; readonly bytes: Uint8Array }
  | { readonly line: number; readonly tooLong: number };

const LF = 0x0a;

class LineBuffer {
  private parts: Uint8Array[] = [];
  private length = 0;
  private line = 1;
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  get isEmpty(): boolean {
    return this.length === 0;
  }

  add(bytes: Uint8Array): void {
    this.length += bytes.length;
    if (this.length > this.limit) this.parts = [];
    else if (bytes.length > 0) this.parts.push(bytes);
  }

  take(): ByteLine {
    const line = this.line++;
    const { length, parts } = this;
    this.parts = [];
    this.length = 0;
    return length > this.limit ? { line, tooLong: length } : { line, bytes: Buffer.concat(parts, length) };
  }
}

/** Splits a stream of bytes into lines, holding no more than `limit` bytes and one chunk, whatever the stream holds. */
export async function* splitByteLines(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<ByteLine> {
  const buffer = new LineBuffer(limit);
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, start)) {
      buffer.add(chunk.subarray(start, end));
      yield buffer.take();
      start = end + 1;
    }
    buffer.add(chunk.subarray(start));
  }
  if (!buffer.isEmpty) yield buffer.take();
}
