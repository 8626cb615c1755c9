import { Buffer } from 'node:buffer';
import { type FileHandle, open, stat } from 'node:fs/promises';
import type { LogTally } from '../../log-report/log-tally.ts';
import { systemCode } from '../system-code.ts';
import type { LineSplitter } from './line-splitter.ts';
import type { LogSource } from './log-source.ts';
import { splitInto } from './read-log.ts';

const CHUNK = 262_144;
/** Bytes before the place that are remembered: lines have times and ids, so that others do not end alike. */
const TAIL = 256;

/**
 * A file that grows. When another file takes its name (it was rotated), the old one is read to its end first; when it is made
 * shorter, or has other bytes before the place than it had (it was emptied and grew past it meanwhile), it is read from its beginning. A file that is not there yet is waited for. What has no line end yet is not a line.
 */
export class FollowedFile {
  readonly source: LogSource;
  private readonly tally: LogTally;
  private readonly buffer = Buffer.alloc(CHUNK);
  private handle: FileHandle | undefined;
  private splitter: LineSplitter;
  private position = 0;
  /** The last bytes that were read, those before `position`. */
  private tail: Buffer = Buffer.alloc(0);
  private linesBefore = 0;

  constructor(source: LogSource, tally: LogTally) {
    this.source = source;
    this.tally = tally;
    this.splitter = splitInto(tally, source);
  }

  /** Reads what has come since the last time, until `signal`. Rejects with errors other than that there is no such file. */
  async read(signal: AbortSignal): Promise<void> {
    try {
      this.handle ??= await open(this.source.name);
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return;
      throw error;
    }
    await this.drain(this.handle, signal);
    if (signal.aborted || !(await this.isReplaced(this.handle))) return;
    // Lines may have come between the last look and the change of the name.
    await this.drain(this.handle, signal);
    await this.close();
    await this.read(signal);
  }

  async close(): Promise<void> {
    await this.handle?.close();
    this.handle = undefined;
    this.startAnew();
  }

  private startAnew(): void {
    this.linesBefore += this.splitter.lines;
    this.splitter = splitInto(this.tally, this.source);
    this.position = 0;
    this.tail = Buffer.alloc(0);
  }

  private async isEmptied(handle: FileHandle): Promise<boolean> {
    if ((await handle.stat()).size < this.position) return true;
    const { length } = this.tail;
    const { bytesRead } = await handle.read(this.buffer, 0, length, this.position - length);
    return bytesRead < length || !this.tail.equals(this.buffer.subarray(0, length));
  }

  private async drain(handle: FileHandle, signal: AbortSignal): Promise<void> {
    if (await this.isEmptied(handle)) this.startAnew();
    while (!signal.aborted) {
      const { bytesRead } = await handle.read(this.buffer, 0, CHUNK, this.position);
      if (bytesRead === 0) return;
      this.splitter.feed(this.buffer.subarray(0, bytesRead));
      this.position += bytesRead;
      this.tail = Buffer.from(Buffer.concat([this.tail, this.buffer.subarray(0, bytesRead)]).subarray(-TAIL));
      this.source.bytes += bytesRead;
      this.source.lines = this.linesBefore + this.splitter.lines;
    }
  }

  /** True when another file has the name now. */
  private async isReplaced(handle: FileHandle): Promise<boolean> {
    const held = await handle.stat();
    try {
      const named = await stat(this.source.name);
      return named.ino !== held.ino || named.dev !== held.dev;
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return false;
      throw error;
    }
  }
}
