import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks of `/proc` a second. */
const TICKS = 100;
const PATIENCE = 5;

/** The fields of `/proc/PID/stat` that follow the name; `undefined` when the process has ended. */
function readStat(pid: number | string): readonly string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function sumTree(pid: number): number | undefined {
  const fields = readStat(pid);
  if (!fields) return undefined;
  let sum = [11, 12, 13, 14].reduce((ticks, at) => ticks + Number(fields[at]), 0) / TICKS;
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/u.test(one) && Number(readStat(one)?.[1]) === pid)) {
    const seconds = sumTree(Number(name));
    if (seconds === undefined) return undefined;
    sum += seconds;
  }
  return sum;
}

/** CPU seconds of a process with its children, those that have ended included. Throws when there is no such process. Linux only. */
export function cpuSecondsOf(pid: number): number {
  // A child that ends meanwhile is counted by its parent, which may have been read already: then all is read once more.
  for (let tries = 0; tries < PATIENCE; tries++) {
    const seconds = sumTree(pid);
    if (seconds !== undefined) return seconds;
  }
  throw new Error(`no process ${pid}, or its children come and go too fast`);
}
