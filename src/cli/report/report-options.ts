import { CliError, EXIT } from '../cli-error.ts';
import { parseFlags } from '../parse-flags.ts';
import { refuseUnknown } from '../refuse-unknown.ts';

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
const UNITS: Readonly<Record<string, number>> = { s: 1e3, m: 6e4, h: 3.6e6, d: 8.64e7, w: 6.048e8 };
const AGO = /^(\d{1,6})([smhdw])$/u;
const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]{5,16}(?:Z|[+-]\d{2}:\d{2}))?$/u;

const FLAGS = {
  format: { type: 'string', default: 'text' },
  output: { type: 'string' },
  follow: { type: 'boolean', default: false },
  since: { type: 'string' },
  until: { type: 'string' },
  tenant: { type: 'string' },
  top: { type: 'string', default: '10' },
} as const;

/** Before Copydesk there was no log, and dates far off are no dates of the report's schema. */
const FIRST = Date.UTC(2000, 0, 1);

/** Milliseconds; NaN for what is no date, such as 30 February, which `Date` takes for 2 March. */
function readMoment(value: string): number {
  if (!MOMENT.test(value)) return Number.NaN;
  const day = value.slice(0, 'yyyy-mm-dd'.length);
  const midnight = Date.parse(day);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(day) ? Date.parse(value) : Number.NaN;
}

function readTime(flag: string, value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  const [, length = '', unit = ''] = AGO.exec(value) ?? [];
  const time = unit === '' ? readMoment(value) : now - Number(length) * (UNITS[unit] ?? 0);
  if (time >= FIRST) return time;
  throw new CliError(`--${flag} needs a time from 2000 on, such as 2026-03-01, 2026-03-01T08:00:00Z, 2h or 7d`, EXIT.usage);
}

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
