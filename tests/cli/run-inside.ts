import { Readable, Writable } from 'node:stream';
import type { Terminal } from '../../src/cli/command.ts';
import { runCommandLine } from '../../src/cli/run-command-line.ts';
import type { CliRun } from './run-copydesk.ts';

function collect(): { readonly stream: Writable; readonly text: () => string } {
  const parts: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    // Results of threads come as bytes, each a text by itself.
    write(chunk: string | Buffer, _encoding, done) {
      parts.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => parts.join('') };
}

/** Runs a command line inside this process, with a terminal of the test's own. */
export async function runInside(
  args: readonly string[],
  input: string | Uint8Array = '',
  terminal: Partial<Terminal> = {},
): Promise<CliRun> {
  const out = collect();
  const err = collect();
  const code = await runCommandLine(args, {
    stdin: Readable.from(input.length === 0 ? [] : [Buffer.from(input)]),
    stdout: out.stream,
    stderr: err.stream,
    env: {},
    isStdoutTty: false,
    isStderrTty: false,
    ...terminal,
  });
  return { code, stdout: out.text(), stderr: err.text() };
}
