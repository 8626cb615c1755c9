/** `npm run bench`: all that Copydesk costs, beside others, in one run. `npm run bench -- --help` */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { Cleanup } from '../tests/faults/cleanup.ts';
import { NoBaseError } from './run/base/open-base.ts';
import { BENCH_HELP, type BenchOptions, BenchUsageError, readBenchOptions } from './run/bench-options.ts';
import type { BenchRecord } from './run/bench-record.ts';
import { drawRecord } from './run/draw-record.ts';
import { drawGrowth } from './run/growth/draw-growth.ts';
import { runParts } from './run/run-parts.ts';
import { endScripts } from './run/run-script.ts';

/** As sysexits.h has it. */
const USAGE = 64;
const INTERRUPTED = 130;

function writeRecord(record: BenchRecord, folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'bench.json'), `${JSON.stringify(record, undefined, 2)}\n`);
  if (record.growth) writeFileSync(join(folder, 'growth.svg'), drawGrowth(record.growth));
}

async function runBench(options: BenchOptions): Promise<number> {
  const cleanup = new Cleanup();
  cleanup.add(endScripts);
  let isInterrupted = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      isInterrupted = true;
      void cleanup.close().finally(() => process.exit(INTERRUPTED));
    });
  }
  const from = performance.now();
  const tell = (progress: string): void =>
    void process.stderr.write(`${((performance.now() - from) / 1000).toFixed(0).padStart(4)} s  ${progress}\n`);
  try {
    const record = await runParts(options, cleanup, tell);
    process.stdout.write(drawRecord(record));
    if (options.output !== undefined) writeRecord(record, options.output);
    return record.failures.length === 0 ? 0 : 1;
  } catch (error) {
    // What was under way has been ended.
    if (isInterrupted) return INTERRUPTED;
    throw error;
  } finally {
    await cleanup.close();
  }
}

async function run(args: readonly string[]): Promise<number> {
  try {
    const options = readBenchOptions(args);
    if (options) return await runBench(options);
    process.stdout.write(BENCH_HELP);
    return 0;
  } catch (error) {
    if (!(error instanceof BenchUsageError || error instanceof NoBaseError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return USAGE;
  }
}

process.exitCode = await run(process.argv.slice(2));
