#!/usr/bin/env node
// As a whole: an old Node would not even load a module that names what it lacks, and could be told nothing.
import * as nodeModule from 'node:module';
import process from 'node:process';
import { EXIT } from './cli-error.ts';
import { nameOldNode } from './name-old-node.ts';

const fault = nameOldNode(process.versions.node);
if (fault !== undefined) {
  process.stderr.write(`${fault}\n`);
  process.exit(EXIT.config);
}

// Node keeps what it makes of our sources in the folder of temporary files, so the next start is faster. A folder
// that cannot be written changes nothing: this never throws. It counts for modules loaded later, hence the `import()`.
nodeModule.enableCompileCache();
const { runCommandLine } = await import('./run-command-line.ts');

// A reader that goes away is told by the write that fails; without a listener the same error would end the process loudly.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

const exitCode = await runCommandLine(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  isStdoutTty: process.stdout.isTTY === true,
  isStderrTty: process.stderr.isTTY === true,
});

// What was printed goes out first; then nothing a closed desk left behind (a queue that looks for its server) holds the process.
await new Promise<void>((resolve) => process.stdout.write('', () => resolve()));
process.exit(exitCode);
