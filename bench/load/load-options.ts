import { parseArgs } from 'node:util';
import type { Mode } from '../../src/service/config.ts';

export interface LoadOptions {
  readonly mode: Mode;
  /** Of each step that is measured, without what leads into it. */
  readonly seconds: number;
  /** Parts of the ceiling. */
  readonly steps: readonly number[];
  /** Worker processes to compare, a thread each. */
  readonly workers: readonly number[];
  /** Threads of the worker in the steps; undefined: the desk's default. */
  readonly threads: number | undefined;
  /** Articles before anything is measured. */
  readonly warm: number;
  readonly output: string | undefined;
  /** For each process of the desk, a profile of its CPU in the output folder. */
  readonly profile: boolean;
}

export const LOAD_HELP = `npm run load -- [options]

Drives the real desk, with servers of its own, over HTTP with keys and webhooks: first as fast as it can, which gives the ceiling, then at
parts of that, articles coming at random and waiting for no answer. It ends by itself; Ctrl-C stops it and cleans up. Linux only.

  --mode MODE        embedded, postgres or redis+postgres (default: the largest that this machine has programs for)
  --seconds N        of each step, 5 to 600 (default 40)
  --steps LIST       per cent of the ceiling (default 25,50,75,90,100,110); none: no steps
  --workers LIST     worker processes to compare in this order, a thread each (default 1,2, embedded none); none: no comparison
  --threads N        threads of the worker in the steps (default: the desk's own default)
  --warm N           articles before anything is measured, in at most two minutes (default 1200)
  --output FOLDER    load.json, load.html with the curves, load.txt with the tables
  --profile          a CPU profile of each process too, into the output folder
`;

const STEPS = '25,50,75,90,100,110';
const OPTIONS = {
  mode: { type: 'string' },
  seconds: { type: 'string', default: '40' },
  steps: { type: 'string', default: STEPS },
  workers: { type: 'string' },
  threads: { type: 'string' },
  warm: { type: 'string', default: '1200' },
  output: { type: 'string' },
  profile: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

function readNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= least && value <= most) return value;
  throw new RangeError(`--${name} is a number from ${least} to ${most}, not "${text}"`);
}

function readList(name: string, text: string, least: number, most: number): readonly number[] {
  return text === 'none' ? [] : text.split(',').map((one) => readNumber(name, one, least, most));
}

function readMode(text: string | undefined, modes: readonly Mode[]): Mode {
  const mode = text === undefined ? modes.at(-1) : modes.find((one) => one === text);
  if (mode === undefined) throw new RangeError(`--mode is one of ${modes.join(', ')} on this machine, not "${text}"`);
  return mode;
}

/** Throws a `TypeError` or `RangeError` whose message names the option. `modes`: those that this machine allows, the largest last. */
export function readLoadOptions(args: readonly string[], modes: readonly Mode[]): LoadOptions | 'help' {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help) return 'help';
  const mode = readMode(values.mode, modes);
  const { threads, output, profile } = values;
  if (profile && output === undefined) throw new RangeError('--profile needs --output');
  return {
    mode,
    seconds: readNumber('seconds', values.seconds, 5, 600),
    steps: readList('steps', values.steps, 1, 300).map((percent) => percent / 100),
    workers: readList('workers', values.workers ?? (mode === 'embedded' ? 'none' : '1,2'), 1, 16),
    threads: threads === undefined ? undefined : readNumber('threads', threads, 1, 64),
    warm: readNumber('warm', values.warm, 1, 100_000),
    output,
    profile,
  };
}
