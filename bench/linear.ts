/**
 * Is the whole pipeline linear? Times `moderate()` on ordinary and hostile texts from 10 KB to 1 MB and fails when ten
 * times the text takes more than twelve times the computing, without what words and blocks are remembered by from text to text. `--short` ends at 100 KB.
 *
 *   node bench/linear.ts [--short] [part of a shape's name]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { forgetEverything } from './linear/forget-everything.ts';
import { measure, type Timing } from './measuring/measure.ts';
import { articleText } from './texts/article-text.ts';
import { HOSTILE_NAMES } from './texts/hostile-names.ts';
import { SHAPES as HOSTILE_SHAPES, type Shape } from './texts/hostile-shapes.ts';

// Before the modules are loaded.
forgetEverything();
const { loadRuleset, moderate } = await import('../src/index.ts');

const { values, positionals } = parseArgs({ options: { short: { type: 'boolean', default: false } }, allowPositionals: true });

/** UTF-16 code units, half a power of ten apart, so that every second pair is a step of ten. */
const SIZES = [10_000, 31_600, 100_000, 316_000, 1_000_000].slice(0, values.short ? 3 : undefined);
const STEP = 2;
/** Of `measure`. */
const PATIENCE = values.short ? 0.3 : 1;
const MAX_RATIO = 12;
/** Milliseconds: below this a time is mostly noise and no ratio is taken from it. */
const MIN_TIME = 0.5;
const MAX_ATTEMPTS = 4;
/** Milliseconds: a shape that takes longer at one size is not tried at the next. */
const TOO_LONG = 30_000;
const COMMAND = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));

const SHAPES = [...HOSTILE_SHAPES, ...HOSTILE_NAMES];
const ruleset = loadRuleset();

const UNTRIED: Timing = { median: Number.POSITIVE_INFINITY, computing: Number.POSITIVE_INFINITY };

async function timeShape(shape: Shape): Promise<readonly Timing[]> {
  const times: Timing[] = [];
  for (const size of SIZES) {
    const text = shape.make(size);
    const isTooSlow = (times.at(-1)?.computing ?? 0) > TOO_LONG;
    times.push(isTooSlow ? UNTRIED : await measure(() => moderate({ id: 'bench', text }, { ruleset }), PATIENCE));
  }
  return times;
}

/** How many times longer the best run of each size takes than that of the size ten times smaller. */
function ratios(times: readonly Timing[]): readonly number[] {
  return times.slice(STEP).map(({ computing }, index) => computing / Math.max(MIN_TIME, times[index]?.computing ?? 0));
}

function row(name: string, times: readonly Timing[], steps: readonly number[]): string {
  const columns = times.map(({ median }) => median.toFixed(1).padStart(9));
  return [name.padEnd(32), ...columns, ...steps.map((ratio) => ratio.toFixed(1).padStart(7))].join('');
}

function header(unit: string): string {
  const sizes = SIZES.map((size) => `${size / 1000} KB`.padStart(9));
  const steps = SIZES.slice(STEP).map((size) => `x${size / 1000}`.padStart(7));
  return [unit.padEnd(32), ...sizes, ...steps].join('');
}

/** Exit codes from here on (sysexits.h) are refusals and faults: a time taken from one would say nothing. */
const FIRST_FAULT = 64;

function runCommand(file: string): void {
  const options = { encoding: 'utf8', maxBuffer: 1e9 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, 'check', '--format', 'json', file], options);
  if (status === null || status >= FIRST_FAULT || !stdout.startsWith('{'))
    throw new Error(`copydesk check failed (${status}): ${stderr}`);
}

/** The command as a user starts it, reading a file: start-up, rules and output included. */
async function timeCommand(): Promise<readonly Timing[]> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
  try {
    const times: Timing[] = [];
    for (const size of SIZES) {
      const file = join(folder, `${size}.txt`);
      writeFileSync(file, articleText(size));
      times.push(await measure(() => runCommand(file)));
    }
    return times;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const isSuperlinear = (times: readonly Timing[]): boolean => ratios(times).some((ratio) => ratio > MAX_RATIO);

/** The better of two measurements, size by size. */
function best(a: readonly Timing[], b: readonly Timing[]): readonly Timing[] {
  return a.map((timing, index) => {
    const other = b[index] ?? timing;
    return other.computing < timing.computing ? other : timing;
  });
}

/** Prints a shape's row and says whether it is linear. One that looks superlinear is timed again: the machine may be busy. */
async function check(shape: Shape): Promise<boolean> {
  let times = await timeShape(shape);
  for (let attempt = 1; attempt < MAX_ATTEMPTS && isSuperlinear(times); attempt++) times = best(times, await timeShape(shape));
  const isSlow = isSuperlinear(times);
  console.log(row(shape.name, times, ratios(times)) + (isSlow ? '  superlinear' : ''));
  return !isSlow;
}

async function run(wanted: string): Promise<number> {
  // A first round of everything, so that no shape pays for the compiler's warming up.
  for (const shape of SHAPES) moderate({ id: 'warm', text: shape.make(20_000) }, { ruleset });
  console.log(header('moderate(), median ms'));
  const slow: string[] = [];
  for (const shape of SHAPES.filter(({ name }) => name.includes(wanted))) if (!(await check(shape))) slow.push(shape.name);
  if (existsSync(COMMAND) && wanted === '') console.log(row('copydesk check, whole process', await timeCommand(), []));
  const summary =
    slow.length === 0 ? `each step of ten takes at most ${MAX_RATIO} times as long` : `superlinear: ${slow.join(', ')}`;
  console.log(summary);
  return slow.length === 0 ? 0 : 1;
}

process.exitCode = await run(positionals[0] ?? '');
