import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Mode } from '../../src/service/config.ts';
import { Cleanup } from './cleanup.ts';
import { drawMarkdown, drawText } from './draw-table.ts';
import type { Fault } from './fault.ts';
import { FAULTS } from './fault-list.ts';
import { listModes } from './open-stage.ts';
import { type CellOutcome, listFaults } from './outcome.ts';
import { runCell } from './run-cell.ts';

const HELP = `npm run faults -- [options]

Puts articles through a desk, strikes it with one fault after another, and holds what became of every acknowledged article against
what the publisher was told and what its receiver heard. Real servers on private ports; everything is gone at the end.

Options:
  --count N      articles for each fault and mode (default 1000)
  --mode LIST    embedded, postgres, redis+postgres, separated by commas (default: all that this machine can run)
  --only TEXT    only faults whose name holds the text; may be given more than once
  --out FOLDER   writes faults.json and faults.md there, after each run
  --list         names the faults
  --help         this text

Exit codes: 0 nothing lost, nothing double, everything whole; 1 something was; 64 wrong usage; 130 stopped.
`;

class UsageError extends Error {
  override readonly name = 'UsageError';
}

interface Options {
  readonly count: number;
  readonly cells: readonly { readonly fault: Fault; readonly mode: Mode }[];
  readonly out: string | undefined;
}

const OPTIONS = {
  count: { type: 'string', default: '1000' },
  mode: { type: 'string' },
  only: { type: 'string', multiple: true },
  out: { type: 'string' },
  list: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function readModes(list: string | undefined): readonly Mode[] {
  const possible = listModes();
  if (list === undefined) return possible;
  return list.split(',').map((name) => {
    const mode = possible.find((one) => one === name);
    if (!mode) throw new UsageError(`there is no mode ${name} here; there are ${possible.join(', ')}`);
    return mode;
  });
}

function readOptions({ count, mode, only, out }: ReturnType<typeof parse>): Options {
  const number = Number(count);
  if (!Number.isInteger(number) || number < 20) throw new UsageError('--count needs a whole number, 20 at least');
  const faults = FAULTS.filter(({ name }) => !only || only.some((text) => name.toLowerCase().includes(text.toLowerCase())));
  const cells = faults.flatMap((fault) =>
    readModes(mode)
      .filter((one) => fault.modes.includes(one))
      .map((one) => ({ fault, mode: one })),
  );
  if (cells.length === 0) throw new UsageError('no fault fits; see --list');
  return { count: number, cells, out };
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

function report(outcome: CellOutcome): void {
  const wrong = listFaults(outcome);
  tell(
    `  ${wrong.length === 0 ? 'ok' : 'FAILED'} after ${outcome.seconds.toFixed(0)} s, ${outcome.repeated} repeated, refused ${JSON.stringify(outcome.refused)}`,
  );
  for (const text of wrong.slice(0, 10)) tell(`    ${text}`);
  if (wrong.length > 10) tell(`    and ${wrong.length - 10} more`);
  for (const text of outcome.ownEnds) tell(`    ended by itself: ${text.trim()}`);
}

function save(folder: string, outcomes: readonly CellOutcome[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'faults.json'), `${JSON.stringify(outcomes, undefined, 2)}\n`);
  writeFileSync(join(folder, 'faults.md'), `${drawMarkdown(outcomes)}\n`);
}

async function runAll({ cells, count, out }: Options, cleanup: Cleanup): Promise<number> {
  const outcomes: CellOutcome[] = [];
  for (const [index, { fault, mode }] of cells.entries()) {
    tell(`[${index + 1}/${cells.length}] ${fault.name}, ${mode}, ${count} articles`);
    const outcome = await runCell({ fault, mode, count, tell, cleanup });
    outcomes.push(outcome);
    report(outcome);
    if (out !== undefined) save(out, outcomes);
  }
  tell(`\n${drawText(outcomes)}`);
  return outcomes.some((outcome) => listFaults(outcome).length > 0) ? 1 : 0;
}

function main(): Promise<number> {
  const values = parse(process.argv.slice(2));
  if (values.help) tell(HELP);
  else if (values.list) for (const { name, modes } of FAULTS) tell(`${name} (${modes.join(', ')})`);
  if (values.help || values.list) return Promise.resolve(0);
  const cleanup = new Cleanup();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void cleanup.close().finally(() => process.exit(130)));
  }
  return runAll(readOptions(values), cleanup);
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`faults: ${error.message}\n`);
  process.exitCode = 64;
}
