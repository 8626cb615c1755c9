import { readFileSync } from 'node:fs';
import process from 'node:process';

/** What a desk tells, from little to much; each with what stands before it. */
export const TELLINGS = ['nothing', 'logs and metrics', 'traces too'] as const;
export type Telling = (typeof TELLINGS)[number];

const LOOK_MS = 100;
/** Its text is what is to be told. */
const file = process.env.BENCH_TELLING ?? '';
const watchers: ((level: number) => void)[] = [];
let level = TELLINGS.length - 1;

function look(): void {
  const text = readFileSync(file, 'utf8');
  const found = TELLINGS.findIndex((one) => text.startsWith(one));
  if (found < 0 || found === level) return;
  level = found;
  for (const tell of watchers) tell(level);
}

if (file !== '') {
  look();
  setInterval(look, LOOK_MS).unref();
}

/** What this process is to tell now. */
export const toldNow = (): Telling => TELLINGS[level] ?? 'nothing';

/** Whether this process is to tell so much now. */
export const tells = (telling: Telling): boolean => level >= TELLINGS.indexOf(telling);

/** Calls at once, and whenever it changes. */
export function watchTelling(telling: Telling, hear: (isOn: boolean) => void): void {
  const tell = () => hear(tells(telling));
  watchers.push(tell);
  tell();
}
