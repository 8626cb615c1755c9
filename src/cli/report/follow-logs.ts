import { open, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LogTally } from '../../log-report/log-tally.ts';
import { systemCode } from '../system-code.ts';
import { FollowedFile } from './followed-file.ts';
import { type LogFault, toLogFault } from './log-fault.ts';
import type { LogSource, LogsRead } from './log-source.ts';
import { readLog } from './read-log.ts';
import { findPacking } from './unpack.ts';

/** Milliseconds between two looks at the files. */
const INTERVAL = 300;
const HEAD = 4;

/** A packed file does not grow line by line, and a pipe has no place to look at again: they are read once, to their end. */
async function isReadOnce(name: string): Promise<boolean> {
  if (name === '-') return true;
  try {
    if (!(await stat(name)).isFile()) return true;
    const handle = await open(name);
    try {
      const { buffer, bytesRead } = await handle.read(new Uint8Array(HEAD), 0, HEAD, 0);
      return findPacking(name, buffer.subarray(0, bytesRead)) !== undefined;
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Follows the files until `signal`; `onRound` is called after each look at them. Packed files, pipes and standard input are read to their end. */
export async function followLogs(
  names: readonly string[],
  stdin: Readable,
  tally: LogTally,
  signal: AbortSignal,
  onRound: (read: LogsRead) => Promise<void>,
): Promise<LogsRead> {
  const files: LogSource[] = names.map((name) => ({ name, bytes: 0, lines: 0 }));
  const faults: LogFault[] = [];
  const read: LogsRead = { files, faults };
  const growing = new Set<FollowedFile>();
  let reading = 0;
  const setAside = (name: string) => (error: unknown) => {
    if (!signal.aborted) faults.push(toLogFault(name, error));
  };
  const begin = async (source: LogSource): Promise<void> => {
    if (!(await isReadOnce(source.name))) {
      growing.add(new FollowedFile(source, tally));
      return;
    }
    reading++;
    void readLog(source, stdin, tally, () => {})
      .catch(setAside(source.name))
      .finally(() => reading--);
  };
  for (const source of files) await begin(source).catch(setAside(source.name));
  while (!signal.aborted) {
    for (const file of growing) {
      await file.read(signal).catch((error: unknown) => {
        growing.delete(file);
        setAside(file.source.name)(error);
      });
    }
    await onRound(read);
    if (reading === 0 && growing.size === 0) break;
    await sleep(INTERVAL, undefined, { signal }).catch(() => {});
  }
  for (const file of growing) await file.close();
  return read;
}
