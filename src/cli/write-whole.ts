import { openOutput } from './check/open-output.ts';
import type { Terminal } from './command.ts';

/** Writes a whole text to a file, or to standard output when none is named. Throws `CliError` (74). */
export async function writeWhole(text: string, path: string | undefined, terminal: Terminal): Promise<void> {
  const output = await openOutput(path, terminal.stdout);
  try {
    await output.write(text);
    await output.finish();
  } finally {
    await output.abandon();
  }
}
