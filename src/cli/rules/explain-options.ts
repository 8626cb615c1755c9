import { CliError, EXIT } from '../cli-error.ts';
import { parseFlags } from '../parse-flags.ts';
import { readChoice } from '../read-choice.ts';

const HELP = 'copydesk rules explain --help';

/** The arguments of `copydesk rules explain`, checked. */
export interface ExplainOptions {
  /** A finding (`f3`), or the name of a rule, threshold, word list or kind. */
  readonly subject: string;
  readonly isFinding: boolean;
  readonly article: string | undefined;
  /** A file of results; `-` is standard input. */
  readonly result: string | undefined;
  /** Which of several articles. */
  readonly id: string | undefined;
  readonly rules: string | undefined;
  readonly format: 'text' | 'json';
}

/** A finding without a source is looked for on standard input. */
function chooseResult(isFinding: boolean, article: string | undefined, result: string | undefined): string | undefined {
  return isFinding && article === undefined ? (result ?? '-') : result;
}

/** Reads and checks the arguments of `copydesk rules explain`. Throws `CliError` (64) on misuse. */
export function readExplainOptions(args: readonly string[]): ExplainOptions {
  const { values, positionals } = parseFlags('rules explain', args, {
    article: { type: 'string' },
    result: { type: 'string' },
    id: { type: 'string' },
    rules: { type: 'string' },
    format: { type: 'string', default: 'text' },
  });
  const [subject, surplus] = positionals;
  if (subject === undefined || subject === '')
    throw new CliError(`name a finding such as f3, a rule or a threshold (see ${HELP})`, EXIT.usage);
  if (surplus !== undefined) throw new CliError(`one at a time; ${surplus} is too many (see ${HELP})`, EXIT.usage);
  const { article, result, id, rules } = values;
  if (article === '' || result === '') throw new CliError('a file has an empty name', EXIT.usage);
  const isFinding = /^f[1-9]\d*$/u.test(subject);
  if (!isFinding && result !== undefined)
    throw new CliError(`--result is for findings such as f3, and ${subject} is none (see ${HELP})`, EXIT.usage);
  const format = readChoice('--format', values.format, ['text', 'json'], HELP);
  return { subject, isFinding, article, result: chooseResult(isFinding, article, result), id, rules, format };
}
