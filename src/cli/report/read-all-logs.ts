import { stat } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import type { Readable } from 'node:stream';
import type { LogTally } from '../../log-report/log-tally.ts';
import type { Bar } from '../create-bar.ts';
import { type LogFault, toLogFault } from './log-fault.ts';
import type { LogSource, LogsRead } from './log-source.ts';
import { readLog } from './read-log.ts';

const MEGABYTE = 1e6;
const SECOND = 1000;

/** Bytes on the disk; 0 for what has no size beforehand. */
async function sizeOf(file: string): Promise<number> {
  if (file === '-') return 0;
  try {
    return (await stat(file)).size;
  } catch {
    return 0;
  }
}

/** Reads every file to its end, one after the other. A file that cannot be read is told in `faults`; the others go on. */
export async function readAllLogs(names: readonly string[], stdin: Readable, tally: LogTally, bar: Bar): Promise<LogsRead> {
  const sizes = await Promise.all(names.map(sizeOf));
  const total = sizes.reduce((sum, size) => sum + size, 0) / MEGABYTE;
  const files: LogSource[] = [];
  const faults: LogFault[] = [];
  const start = performance.now();
  const show = (): void => {
    const done = files.reduce((sum, { bytes }) => sum + bytes, 0) / MEGABYTE;
    const speed = Math.round((tally.size * SECOND) / Math.max(1, performance.now() - start));
    bar.show('reading', Math.floor(done), Math.ceil(Math.max(total, done)), `MB  ${speed.toLocaleString('en')} lines/s`);
  };
  for (const name of names) {
    const source: LogSource = { name, bytes: 0, lines: 0 };
    files.push(source);
    try {
      await readLog(source, stdin, tally, show);
    } catch (error) {
      faults.push(toLogFault(name, error));
    }
  }
  bar.clear();
  return { files, faults };
}
