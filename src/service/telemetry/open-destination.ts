import { dirname } from 'node:path';
import process from 'node:process';
import pino from 'pino';
import { ConfigError } from '../config/config-error.ts';
import { makeFolder } from '../make-folder.ts';
import { droppedLines } from './dropped-lines.ts';

/** What waits for a reader that stalls, or for a disk that is full, in bytes; what comes beyond it is lost. */
const MOST_WAITING = 4 * 1024 * 1024;
/** How often what waits is tried again when no line comes. */
const AGAIN_MS = 200;
/** How long the end of the process may wait for a reader. */
const LAST_MS = 1000;

function chooseTarget(target: string): { readonly fd: number } | { readonly dest: string } {
  // Node opens a pipe so that a write into one that is full fails, and does not wait: whoever reads a log must not be able to stop the desk.
  if (target === 'stdout') return { fd: process.stdout.fd };
  if (target === 'stderr') return { fd: process.stderr.fd };
  makeFolder(dirname(target), 'COPYDESK_LOG');
  return { dest: target };
}

function openTarget(target: string, retryEAGAIN: () => boolean) {
  try {
    return pino.destination({ ...chooseTarget(target), append: true, sync: true, maxLength: MOST_WAITING, retryEAGAIN });
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(`COPYDESK_LOG: the log cannot be written to ${target} (${reason}); name a file, stdout or stderr`);
  }
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** Logs are telemetry: a full disk must not stop articles. Said once, where a person may see it. */
function tellOnce(target: string): (why: string) => void {
  let isTold = false;
  return (why) => {
    if (!isTold) process.stderr.write(`copydesk: the log ${target} cannot be written (${why}); lines are lost\n`);
    isTold = true;
  };
}

/** What is to be tried a last time, each with the time that it may take. */
const waiting = new Set<() => void>();
process.on('exit', () => {
  for (const finish of waiting) finish();
});

/** Where whole lines go, at once, unless the target does not take them: then some wait, and the rest is counted and lost. */
export function openDestination(target: string): (lines: string) => void {
  let last: number | undefined;
  let isGone = false;
  const destination = openTarget(target, () => last !== undefined && performance.now() < last);
  const tell = tellOnce(target);
  const drop = (lines: string) => {
    droppedLines.count += countLines(lines);
    tell(target === 'stdout' || target === 'stderr' ? 'nobody reads it' : 'it is full');
  };
  const finish = () => {
    last = performance.now() + LAST_MS;
    // Not flushSync(), which tries for ever what no reader could help.
    if (!isGone) destination.write('');
  };
  const tryAgain = () => {
    waiting.delete(finish);
    destination.write('');
  };
  destination.on('drop', drop);
  destination.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') isGone = true;
    if (error.code !== 'EAGAIN') tell(error.message);
    if (waiting.has(finish) || isGone) return;
    waiting.add(finish);
    setTimeout(tryAgain, AGAIN_MS).unref();
  });
  return (lines) => {
    if (isGone) drop(lines);
    else destination.write(lines);
  };
}
