import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readShippedRules } from '../../index.ts';
import { CliError, EXIT } from '../cli-error.ts';
import type { Terminal } from '../command.ts';
import { parseFlags } from '../parse-flags.ts';
import { systemCode } from '../system-code.ts';
import { writeOut } from '../write-out.ts';

const HELP = 'copydesk rules copy --help';

/** What somebody has written is never written over. */
function makeEmptyFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0)
    throw new CliError(`${folder} is not empty; name a folder that is, or is yet to be`, EXIT.usage);
}

/** `copydesk rules copy`: resolves to the exit code. Throws `CliError`. */
export async function copyRules(args: readonly string[], terminal: Terminal): Promise<number> {
  const { positionals } = parseFlags('rules copy', args, {});
  const [folder] = positionals;
  if (!folder || positionals.length > 1) throw new CliError(`name one folder to write to (see ${HELP})`, EXIT.usage);
  const files = readShippedRules();
  try {
    makeEmptyFolder(folder);
    for (const { file, text } of files) writeFileSync(join(folder, file), text, { flag: 'wx' });
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(`${folder} cannot be written: ${systemCode(error)}`, EXIT.io);
  }
  await writeOut(
    terminal.stdout,
    `${files.length} files of rules are in ${folder}. Change them, then: copydesk rules test ${folder}\n`,
  );
  return 0;
}
