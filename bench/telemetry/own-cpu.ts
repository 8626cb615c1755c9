import { appendFileSync } from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import process from 'node:process';
import { isMainThread } from 'node:worker_threads';
import { type Telling, toldNow } from './telling.ts';

/** Microseconds of the CPU of this thread that telemetry used itself, by what was told. */
const spent = new Map<Telling, number>();
let isWithin = false;

function note(from: NodeJS.CpuUsage): void {
  const { user, system } = process.threadCpuUsage(from);
  spent.set(toldNow(), (spent.get(toldNow()) ?? 0) + user + system);
}

/** Does a part of telemetry, and adds up what it uses. */
export function measureOwn<T>(work: () => T): T {
  if (isWithin) return work();
  isWithin = true;
  const from = process.threadCpuUsage();
  try {
    return work();
  } finally {
    note(from);
    isWithin = false;
  }
}

/** The same of what goes on later; what the process does meanwhile is added too. */
export async function measureOwnLater<T>(work: () => Promise<T>): Promise<T> {
  const from = process.threadCpuUsage();
  try {
    return await work();
  } finally {
    note(from);
  }
}

/** Lines are written later than they are made, by the only ones who write files like this. */
function measureWrites(): void {
  const files: { writeSync: (...args: unknown[]) => unknown } = createRequire(import.meta.url)('node:fs');
  const { writeSync } = files;
  files.writeSync = (...args) => measureOwn(() => writeSync(...args));
  syncBuiltinESMExports();
}

const file = process.env.BENCH_TELLING ?? '';
if (file !== '' && isMainThread) {
  measureWrites();
  process.on('exit', () => appendFileSync(`${file}.own`, `${JSON.stringify([...spent])}\n`));
}
