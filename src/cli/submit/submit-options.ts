import { ADDRESS_FLAGS, type DeskAddress, readDeskAddress } from '../access/desk-address.ts';
import { INPUT_FORMATS, type InputFormat } from '../check/check-options.ts';
import { CliError, EXIT } from '../cli-error.ts';
import type { Terminal } from '../command.ts';
import { parseFlags } from '../parse-flags.ts';
import { readArticlePaths } from '../read-article-paths.ts';
import { readChoice } from '../read-choice.ts';

const SUBMIT_FORMATS = ['table', 'json', 'ndjson'] as const;
export type SubmitFormat = (typeof SUBMIT_FORMATS)[number];

/** The arguments of `copydesk submit`, checked, with what the environment says in place of those left out. */
export interface SubmitOptions extends DeskAddress {
  readonly paths: readonly string[];
  readonly source: string | undefined;
  readonly input: InputFormat;
  readonly wait: boolean;
  /** File of what is in. */
  readonly resume: string | undefined;
  readonly patienceSeconds: number;
  readonly format: SubmitFormat;
  readonly quiet: boolean;
}

const HELP = 'copydesk submit --help';
const MAX_PATIENCE = 86_400;

function readPatience(value: string): number {
  const seconds = Number(value);
  if (/^\d{1,5}$/u.test(value) && seconds <= MAX_PATIENCE) return seconds;
  throw new CliError(`--patience is a whole number of seconds, at most ${MAX_PATIENCE}`, EXIT.usage);
}

/** Reads and checks the arguments of `copydesk submit`. Throws `CliError`. */
export function readSubmitOptions(args: readonly string[], env: Terminal['env']): SubmitOptions {
  const { values, positionals } = parseFlags('submit', args, {
    ...ADDRESS_FLAGS,
    source: { type: 'string' },
    input: { type: 'string', default: 'auto' },
    wait: { type: 'boolean', default: false },
    resume: { type: 'string' },
    patience: { type: 'string', default: '300' },
    format: { type: 'string', default: 'table' },
    quiet: { type: 'boolean', default: false },
  });
  if (values.resume === '') throw new CliError('--resume needs a file', EXIT.usage);
  if (values['key-file'] === '-' && positionals.includes('-'))
    throw new CliError('standard input can be read only once', EXIT.usage);
  return {
    paths: readArticlePaths(positionals, `name files, folders, or - for standard input (see ${HELP})`),
    ...readDeskAddress(values, env),
    source: values.source,
    input: readChoice('--input', values.input, INPUT_FORMATS, HELP),
    wait: values.wait,
    resume: values.resume,
    patienceSeconds: readPatience(values.patience),
    format: readChoice('--format', values.format, SUBMIT_FORMATS, HELP),
    quiet: values.quiet,
  };
}
