import type { CpuUse } from './cpu-use.ts';

/** Parts of a core or of a thread, from which on it counts as busy. */
const BUSY = 0.9;

/** What keeps a desk from deciding more, in a sentence. `threads`: those that moderate, of all workers. */
export function nameLimit({ cores, idle, moderation, threads: used, byProcess }: CpuUse, threads: number): string {
  if (idle < (1 - BUSY) * cores) {
    const list = Object.entries({ ...byProcess })
      .sort(([, a], [, b]) => b - a)
      .map(([name, own]) => `${name} ${own.toFixed(2)}`);
    return `the machine's CPU: ${cores} cores have ${idle.toFixed(2)} idle; moderation has ${moderation.toFixed(2)} of them (${list.join(', ')})`;
  }
  if (used > BUSY * threads) return `the ${threads} threads that moderate: ${used.toFixed(2)} cores`;
  const single = Object.entries(byProcess).find(
    ([name, own]) => own > BUSY && !name.startsWith('worker') && name !== 'PostgreSQL',
  );
  if (single) return `the process ${single[0]}: ${single[1].toFixed(2)} of one core`;
  return `neither CPU nor threads: ${idle.toFixed(2)} of ${cores} cores are idle; the desk waits`;
}
