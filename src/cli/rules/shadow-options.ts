import { INPUT_FORMATS, type InputFormat } from '../check/check-options.ts';
import { CliError, EXIT } from '../cli-error.ts';
import { parseFlags } from '../parse-flags.ts';
import { readArticlePaths } from '../read-article-paths.ts';
import { readChoice } from '../read-choice.ts';

const HELP = 'copydesk rules shadow --help';
const FORMATS = ['report', 'json', 'ndjson'] as const;
export type ShadowFormat = (typeof FORMATS)[number];

/** The arguments of `copydesk rules shadow`, checked. */
export interface ShadowOptions {
  /** Folders of rule files as named. */
  readonly before: string;
  readonly after: string;
  readonly paths: readonly string[];
  readonly format: ShadowFormat;
  readonly input: InputFormat;
  readonly output: string | undefined;
}

/** Reads and checks the arguments of `copydesk rules shadow`. Throws `CliError` (64) on misuse. */
export function readShadowOptions(args: readonly string[]): ShadowOptions {
  const { values, positionals } = parseFlags('rules shadow', args, {
    format: { type: 'string', default: 'report' },
    input: { type: 'string', default: 'auto' },
    output: { type: 'string' },
  });
  const [before, after, ...paths] = positionals;
  if (before === undefined || after === undefined)
    throw new CliError(`name two folders of rules, the old and the new, and then articles (see ${HELP})`, EXIT.usage);
  return {
    before,
    after,
    paths: readArticlePaths(paths, `name articles: files, folders, or - for standard input (see ${HELP})`),
    format: readChoice('--format', values.format, FORMATS, HELP),
    input: readChoice('--input', values.input, INPUT_FORMATS, HELP),
    output: values.output,
  };
}
