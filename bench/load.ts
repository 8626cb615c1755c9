import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { Cleanup } from '../tests/faults/cleanup.ts';
import { listModes } from '../tests/faults/open-stage.ts';
import { drawLoad } from './load/draw-load.ts';
import { drawLoadPage } from './load/draw-load-page.ts';
import { judgeLoad } from './load/judge-load.ts';
import { LOAD_HELP, type LoadOptions, readLoadOptions } from './load/load-options.ts';
import { runLoad } from './load/run-load.ts';

// How the desk stands up to load: npm run load -- --help

const EXIT_USAGE = 64;
const EXIT_INTERRUPTED = 130;

const tell = (sentence: string): void => void process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${sentence}\n`);

function readOptions(): LoadOptions | 'help' | undefined {
  try {
    return readLoadOptions(process.argv.slice(2), listModes());
  } catch (error) {
    process.stderr.write(`load: ${error instanceof Error ? error.message : String(error)}\n\n${LOAD_HELP}`);
    return undefined;
  }
}

async function run(options: LoadOptions): Promise<number> {
  const cleanup = new Cleanup();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void cleanup.close().finally(() => process.exit(EXIT_INTERRUPTED)));
  }
  const output = options.output === undefined ? undefined : resolve(options.output);
  if (output !== undefined) mkdirSync(output, { recursive: true });
  try {
    const result = await runLoad({ ...options, output }, { cores: availableParallelism(), tell }, cleanup);
    process.stdout.write(drawLoad(result));
    if (output !== undefined) {
      writeFileSync(join(output, 'load.json'), `${JSON.stringify(result, undefined, 2)}\n`);
      writeFileSync(join(output, 'load.txt'), drawLoad(result));
      writeFileSync(join(output, 'load.html'), drawLoadPage(result));
    }
    return judgeLoad(result).every(({ holds }) => holds) ? 0 : 1;
  } finally {
    await cleanup.run();
  }
}

const options = readOptions();
if (options === 'help') process.stdout.write(LOAD_HELP);
else process.exitCode = options ? await run(options) : EXIT_USAGE;
