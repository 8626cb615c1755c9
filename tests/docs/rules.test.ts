import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import { readShells } from './read-blocks.ts';
import { runShell, type ShellRun } from './run-shell.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const shells = readShells('docs/rules.md');
/** What the steps print, in their order. */
const SHOWN = [
  /PUBLISH +100\.00/u,
  /related-posts/u,
  /files of rules are in my-rules/u,
  /^$/u,
  /56 rules, .*: all hold/u,
  /boilerplate\.print-edition@1/u,
  /boilerplate\.print-edition@1/u,
  /copydesk rules learned[\s\S]*copydesk precision/u,
];

describe('the steps of docs/rules.md', () => {
  let runs: readonly ShellRun[] = [];

  beforeAll(async () => {
    const folder = temporaryFolder();
    const command = join(folder, 'copydesk');
    writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${MAIN}' "$@"\n`);
    chmodSync(command, 0o755);
    runs = await runShell([`PATH="$PWD:$PATH"`, ...shells.map(({ code }) => code)], folder);
  }, 200_000);

  it('are as many as ever', () => expect(shells.length).toBe(SHOWN.length));

  it.each(shells.map((block, at) => [block.code.split('\n')[0], at] as const))('%s', (_, at) => {
    const run = runs[at + 1];
    expect(run?.code, run?.output).toBe(0);
    expect(run?.output).toMatch(SHOWN[at] ?? /never/u);
  });
});
