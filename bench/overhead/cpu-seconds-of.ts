import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks of `/proc` a second. */
const TICKS = 100;

/** CPU seconds of a process with its children, those that have ended included. Linux only. */
export function cpuSecondsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const own = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0) / TICKS;
  const children = readdirSync('/proc').filter((name) => /^\d+$/u.test(name));
  const isChild = (name: string): boolean => {
    try {
      const text = readFileSync(`/proc/${name}/stat`, 'utf8');
      return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]) === pid;
    } catch {
      return false;
    }
  };
  return children.filter(isChild).reduce((sum, name) => sum + cpuSecondsOf(Number(name)), own);
}
