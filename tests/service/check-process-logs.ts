import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { examineLog, type LogSettings } from './examine-log.ts';

/** Beside lines of the log a process says things to people; what begins like a line is one. */
const isLine = (text: string): boolean => text.startsWith('{"level":');

/** Lines of the log in one of the streams of a process. */
const pickLines = (stream: string): string =>
  stream
    .split(/(?<=\n)/u)
    .filter(isLine)
    .join('');

/** The file that a process logs to, if it is one. */
function findFile({ COPYDESK_LOG, COPYDESK_DATA }: Readonly<Record<string, string>>): string | undefined {
  if (COPYDESK_LOG !== undefined) return COPYDESK_LOG;
  return COPYDESK_DATA === undefined ? undefined : join(COPYDESK_DATA, 'log.ndjson');
}

/**
 * All that is wrong with what a process has logged, to its streams and to its file. What it tells people beside that may hold articles:
 * they asked for them.
 */
export function listLogFaults(
  streams: readonly string[],
  env: Readonly<Record<string, string>>,
  settings: LogSettings = {},
): readonly string[] {
  const file = findFile(env);
  const isWritten = file !== undefined && existsSync(file) && file !== '/';
  const logs = [...streams.map(pickLines), ...(isWritten ? [readFileSync(file, 'utf8')] : [])];
  return logs.flatMap((log) => {
    const { broken, leaks } = examineLog(log, settings);
    return [...broken, ...leaks];
  });
}
