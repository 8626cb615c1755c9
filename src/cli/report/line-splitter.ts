import { Buffer } from 'node:buffer';

const LF = 0x0a;
const BYTE_ORDER_MARK = '\ufeff';

/** Takes the lines of one file, counted from 1. */
export interface LineSink {
  readonly read: (text: string, line: number) => void;
  /** A line of more bytes than the limit. */
  readonly skip: (line: number) => void;
}

/**
 * Splits bytes into lines, as UTF-8. Holds no more than the limit and the chunk it is given; of a longer line nothing is kept.
 * `splitByteLines` of `check` waits for each line, which a million of them do not stand.
 */
export class LineSplitter {
  private readonly sink: LineSink;
  private readonly limit: number;
  private parts: Buffer[] = [];
  private length = 0;
  private line = 0;

  constructor(sink: LineSink, limit: number) {
    this.sink = sink;
    this.limit = limit;
  }

  /** How many lines have been handed on. */
  get lines(): number {
    return this.line;
  }

  feed(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, start)) {
      if (this.length > 0) this.endLine(chunk.subarray(start, end));
      else this.hand(chunk, start, end);
      start = end + 1;
    }
    if (start < chunk.length) this.keep(chunk.subarray(start));
  }

  /** Hands on a last line without a line end. */
  end(): void {
    if (this.length > 0) this.endLine(Buffer.alloc(0));
  }

  private keep(bytes: Buffer): void {
    this.length += bytes.length;
    if (this.length > this.limit) this.parts = [];
    // The chunk may be a slice of something much larger.
    else this.parts.push(Buffer.from(bytes));
  }

  private endLine(bytes: Buffer): void {
    this.keep(bytes);
    const { parts, length } = this;
    this.parts = [];
    this.length = 0;
    if (length > this.limit) this.sink.skip(++this.line);
    else this.hand(Buffer.concat(parts, length), 0, length);
  }

  private hand(bytes: Buffer, start: number, end: number): void {
    if (end - start > this.limit) {
      this.sink.skip(++this.line);
      return;
    }
    const text = bytes.toString('utf8', start, end);
    this.line++;
    this.sink.read(this.line === 1 && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text, this.line);
  }
}
