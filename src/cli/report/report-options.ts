import { CliError, EXIT } from '../cli-error.ts';
import { parseFlags } from '../parse-flags.ts';
import { refuseUnknown } from '../refuse-unknown.ts';
import { readTime } from './read-time.ts';

export const REPORT_FORMATS = ['text', 'json', 'markdown', 'html'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface ReportOptions {
  /** "-" is standard input. */
  readonly files: readonly string[];
  readonly format: ReportFormat;
  readonly output: string | undefined;
  readonly follow: boolean;
  /** Milliseconds. */
  readonly since: number | undefined;
  readonly until: number | undefined;
  readonly tenant: string | undefined;
  readonly top: number;
}

const MOST_TOP = 1000;

const FLAGS = {
  format: { type: 'string', default: 'text' },
  output: { type: 'string' },
  follow: { type: 'boolean', default: false },
  since: { type: 'string' },
  until: { type: 'string' },
  tenant: { type: 'string' },
  top: { type: 'string', default: '10' },
} as const;

function readTop(value: string): number {
  const top = /^\d{1,4}$/u.test(value) ? Number(value) : 0;
  if (top >= 1 && top <= MOST_TOP) return top;
  throw new CliError(`--top is a whole number from 1 to ${MOST_TOP}`, EXIT.usage);
}

/** The command line of `copydesk report`; `now` in milliseconds. Throws `CliError` (64). */
export function readReportOptions(args: readonly string[], now: number): ReportOptions {
  const { values, positionals } = parseFlags('report', args, FLAGS);
  const format = REPORT_FORMATS.find((name) => name === values.format);
  if (!format) throw refuseUnknown('format', values.format, REPORT_FORMATS, 'copydesk report --help');
  const files = positionals.length === 0 ? ['-'] : positionals;
  if (new Set(files).size < files.length)
    throw new CliError('a file is named twice: its lines would be counted twice', EXIT.usage);
  const since = readTime('since', values.since, now);
  const until = readTime('until', values.until, now);
  if (since !== undefined && until !== undefined && since >= until) {
    throw new CliError('--since must be before --until', EXIT.usage);
  }
  const { output, follow, tenant } = values;
  return { files, format, output, follow, since, until, tenant, top: readTop(values.top) };
}
