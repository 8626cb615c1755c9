import { toHtmlReport } from '../log-report/draw/to-html-report.ts';
import { toMarkdownReport } from '../log-report/draw/to-markdown-report.ts';
import { toTextReport } from '../log-report/draw/to-text-report.ts';
import { LogTally } from '../log-report/log-tally.ts';
import { revealControls } from '../moderation/report/reveal-controls.ts';
import type { LogReport } from '../schema/log-report-schema.ts';
import { type Stopped, untilStopped } from '../service/process/until-stopped.ts';
import { CliError, EXIT } from './cli-error.ts';
import type { Command, Terminal } from './command.ts';
import { createBar } from './create-bar.ts';
import { createScreen } from './report/create-screen.ts';
import { followLogs } from './report/follow-logs.ts';
import type { LogsRead } from './report/log-source.ts';
import { readAllLogs } from './report/read-all-logs.ts';
import { REPORT_HELP } from './report/report-help.ts';
import { type ReportOptions, readReportOptions } from './report/report-options.ts';
import { widthOf } from './width-of.ts';
import { writeWhole } from './write-whole.ts';

const EXIT_NOTHING = 1;

type Draw = (report: LogReport) => string;

function chooseDraw({ format, output }: ReportOptions, terminal: Terminal): Draw {
  const colour = terminal.isStdoutTty && output === undefined && !terminal.env.NO_COLOR;
  const draws: Readonly<Record<typeof format, Draw>> = {
    text: (report) => toTextReport(report, { colour, width: widthOf(terminal) }),
    json: (report) => `${JSON.stringify(report, undefined, 2)}\n`,
    markdown: toMarkdownReport,
    html: toHtmlReport,
  };
  return draws[format];
}

function toReport(tally: LogTally, { files, faults }: LogsRead, top: number): LogReport {
  const told = faults.map(({ name, code, message }) => ({ name, code, message }));
  return tally.toReport({ files: files.map((file) => ({ ...file })), faults: told }, top);
}

async function follow(options: ReportOptions, terminal: Terminal, tally: LogTally, stopped: Stopped): Promise<LogsRead> {
  const draw = chooseDraw(options, terminal);
  const isDrawn = terminal.isStdoutTty && options.format === 'text' && options.output === undefined;
  const screen = createScreen(terminal, isDrawn);
  if (!isDrawn) terminal.stderr.write('copydesk: following; Ctrl-C ends with the report\n');
  try {
    const redraw = (read: LogsRead) => screen.show(tally.size, () => draw(toReport(tally, read, options.top)));
    return await followLogs(options.files, terminal.stdin, tally, stopped.signal, redraw);
  } finally {
    await screen.clear();
    stopped.dispose();
  }
}

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = readReportOptions(args, Date.now());
  if (options.files.includes('-') && 'isTTY' in terminal.stdin && terminal.stdin.isTTY === true) {
    throw new CliError('name a file, or pipe a log into standard input (see copydesk report --help)', EXIT.usage);
  }
  const tally = new LogTally(options);
  const read = options.follow
    ? await follow(options, terminal, tally, untilStopped())
    : await readAllLogs(options.files, terminal.stdin, tally, createBar(terminal.stderr, terminal.isStderrTty));
  for (const { name, message } of read.faults) terminal.stderr.write(`copydesk: ${revealControls(name)}: ${message}\n`);
  await writeWhole(chooseDraw(options, terminal)(toReport(tally, read, options.top)), options.output, terminal);
  if (options.tenant !== undefined && !tally.hasTenant && tally.known > 0) {
    terminal.stderr.write(`copydesk: no line is of the tenant ${revealControls(options.tenant)}\n`);
  }
  if (read.faults.length > 0) return read.faults.reduce((code, { exitCode }) => Math.max(code, exitCode), 0);
  if (tally.known > 0) return 0;
  terminal.stderr.write('copydesk: there was no line of a log of Copydesk to read\n');
  return EXIT_NOTHING;
}

/** `copydesk report`: what a log says. */
export const report: Command = {
  name: 'report',
  summary: 'see what a log says: outcomes, times, failures, gaps',
  help: REPORT_HELP,
  run,
};
