import { availableParallelism } from 'node:os';
import { CliError, EXIT } from '../cli-error.ts';
import { parseFlags } from '../parse-flags.ts';
import { readArticlePaths } from '../read-article-paths.ts';
import { readChoice } from '../read-choice.ts';

const OUTPUT_FORMATS = ['report', 'json', 'ndjson', 'text', 'markdown', 'html', 'page', 'diff'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

export const INPUT_FORMATS = ['auto', 'text', 'markdown', 'html', 'ndjson'] as const;
/** How an input is to be read; `auto` goes by the name of the file and how it begins. */
export type InputFormat = (typeof INPUT_FORMATS)[number];

/** The arguments of `copydesk check`, checked. */
export interface CheckOptions {
  readonly paths: readonly string[];
  readonly format: OutputFormat;
  readonly input: InputFormat;
  readonly rules: string | undefined;
  /** Folder of a recogniser of names. */
  readonly entities: string | undefined;
  /** File of the publisher's own topics. */
  readonly topics: string | undefined;
  /** File of amendments of the one article that is checked. */
  readonly amendments: string | undefined;
  readonly output: string | undefined;
  /** How many threads moderate many articles, at most. */
  readonly threads: number;
  readonly quiet: boolean;
}

const HELP = 'copydesk check --help';
/** More than machines have cores; each thread takes its memory. */
const MOST_THREADS = 256;

function readThreads(value: string | undefined): number {
  if (value === undefined) return Math.min(MOST_THREADS, availableParallelism());
  const threads = /^\d{1,3}$/u.test(value) ? Number(value) : 0;
  if (threads >= 1 && threads <= MOST_THREADS) return threads;
  throw new CliError(`--threads needs a whole number from 1 to ${MOST_THREADS} (see ${HELP})`, EXIT.usage);
}

/** Reads and checks the arguments of `copydesk check`. Throws `CliError` (64) on misuse. */
export function readCheckOptions(args: readonly string[]): CheckOptions {
  const { values, positionals } = parseFlags('check', args, {
    format: { type: 'string', default: 'report' },
    input: { type: 'string', default: 'auto' },
    rules: { type: 'string' },
    entities: { type: 'string' },
    topics: { type: 'string' },
    amendments: { type: 'string' },
    output: { type: 'string' },
    threads: { type: 'string' },
    quiet: { type: 'boolean', default: false },
  });
  return {
    paths: readArticlePaths(positionals, `name files, folders, or - for standard input (see ${HELP})`),
    format: readChoice('--format', values.format, OUTPUT_FORMATS, HELP),
    input: readChoice('--input', values.input, INPUT_FORMATS, HELP),
    rules: values.rules,
    entities: values.entities,
    topics: values.topics,
    amendments: values.amendments,
    output: values.output,
    threads: readThreads(values.threads),
    quiet: values.quiet,
  };
}
