import { INPUT_FORMATS, type InputFormat } from '../check/check-options.ts';
import { CliError, EXIT } from '../cli-error.ts';
import type { Terminal } from '../command.ts';
import { parseFlags } from '../parse-flags.ts';
import { refuseUnknown } from '../refuse-unknown.ts';

const SUBMIT_FORMATS = ['table', 'json', 'ndjson'] as const;
export type SubmitFormat = (typeof SUBMIT_FORMATS)[number];

/** The arguments of `copydesk submit`, checked, with what the environment says in place of those left out. */
export interface SubmitOptions {
  readonly paths: readonly string[];
  readonly url: string;
  readonly key: string;
  readonly tenant: string | undefined;
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
const DEFAULT_URL = 'http://127.0.0.1:8080';
const MAX_PATIENCE = 86_400;

function readChoice<Choice extends string>(flag: string, value: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) throw refuseUnknown(`value of ${flag}:`, value, choices, HELP);
  return choice;
}

function readPaths(paths: readonly string[]): readonly string[] {
  if (paths.length === 0) throw new CliError(`name files, folders, or - for standard input (see ${HELP})`, EXIT.usage);
  if (paths.includes('')) throw new CliError('a file has an empty name', EXIT.usage);
  if (paths.filter((path) => path === '-').length > 1) throw new CliError('standard input can be read only once', EXIT.usage);
  return paths;
}

function readUrl(value: string): string {
  const url = URL.parse(value);
  if (url && ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.search === '' && url.hash === '')
    return value;
  throw new CliError('the address of the desk must look like http://127.0.0.1:8080 (--url or COPYDESK_URL)', EXIT.usage);
}

function readKey(value: string | undefined): string {
  if (value === undefined) {
    throw new CliError('no API key: set COPYDESK_KEY; the desk shows one at its first start', EXIT.config);
  }
  // A header takes visible characters only.
  if (/^[\x21-\x7e]{1,400}$/u.test(value)) return value;
  throw new CliError('the API key must look like ck_<id>_<secret> (COPYDESK_KEY or --key)', EXIT.config);
}

function readTenant(value: string | undefined): string | undefined {
  if (value === undefined || /^[\x21-\x7e]{1,100}$/u.test(value)) return value;
  throw new CliError('a tenant is named by small letters, digits and hyphens (--tenant or COPYDESK_TENANT)', EXIT.usage);
}

function readPatience(value: string): number {
  const seconds = Number(value);
  if (/^\d{1,5}$/u.test(value) && seconds <= MAX_PATIENCE) return seconds;
  throw new CliError(`--patience is a whole number of seconds, at most ${MAX_PATIENCE}`, EXIT.usage);
}

/** Reads and checks the arguments of `copydesk submit`. Throws `CliError`. */
export function readSubmitOptions(args: readonly string[], env: Terminal['env']): SubmitOptions {
  const { values, positionals } = parseFlags('submit', args, {
    url: { type: 'string' },
    key: { type: 'string' },
    tenant: { type: 'string' },
    source: { type: 'string' },
    input: { type: 'string', default: 'auto' },
    wait: { type: 'boolean', default: false },
    resume: { type: 'string' },
    patience: { type: 'string', default: '300' },
    format: { type: 'string', default: 'table' },
    quiet: { type: 'boolean', default: false },
  });
  if (values.resume === '') throw new CliError('--resume needs a file', EXIT.usage);
  return {
    paths: readPaths(positionals),
    url: readUrl(values.url ?? (env.COPYDESK_URL || DEFAULT_URL)),
    key: readKey(values.key ?? (env.COPYDESK_KEY || undefined)),
    tenant: readTenant(values.tenant ?? (env.COPYDESK_TENANT || undefined)),
    source: values.source,
    input: readChoice('--input', values.input, INPUT_FORMATS),
    wait: values.wait,
    resume: values.resume,
    patienceSeconds: readPatience(values.patience),
    format: readChoice('--format', values.format, SUBMIT_FORMATS),
    quiet: values.quiet,
  };
}
