import { CliError, EXIT } from '../cli-error.ts';
import type { Terminal } from '../command.ts';
import { parseFlags } from '../parse-flags.ts';
import { readChoice } from '../read-choice.ts';
import { writeWhole } from '../write-whole.ts';
import { chooseFolder } from './choose-folder.ts';
import { drawRulebook } from './draw-rulebook.ts';
import { openRulebook } from './open-rulebook.ts';
import { toRulebookRecord } from './to-rulebook-record.ts';

const HELP = 'copydesk rules list --help';

/** `copydesk rules list`: resolves to the exit code. Throws `CliError`. */
export async function listRules(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseFlags('rules list', args, {
    format: { type: 'string', default: 'table' },
    output: { type: 'string' },
  });
  const format = readChoice('--format', values.format, ['table', 'json'], HELP);
  if (positionals.length > 1) throw new CliError(`one folder at a time; ${positionals[1]} is too many (see ${HELP})`, EXIT.usage);
  const book = openRulebook(chooseFolder(positionals[0], terminal));
  const text = format === 'json' ? `${JSON.stringify(toRulebookRecord(book), null, 2)}\n` : drawRulebook(book);
  await writeWhole(text, values.output, terminal);
  return 0;
}
