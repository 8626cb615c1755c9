import { type Bar, createBar } from './submit/create-bar.ts';
import { LogTally } from '../log-report/log-tally.ts';
import { openOutput } from './check/open-output.ts';
import type { Command, Terminal } from './command.ts';
import { readAllLogs } from './report/read-all-logs.ts';
import { REPORT_HELP } from './report/report-help.ts';
import { readReportOptions } from './report/report-options.ts';

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = readReportOptions(args, Date.now());
  const tally = new LogTally(options);
  const bar: Bar = createBar(terminal.stderr, terminal.isStderrTty);
  const read = await readAllLogs(options.files, terminal.stdin, tally, bar);
  const output = await openOutput(options.output, terminal.stdout);
  const faults = read.faults.map(({ name, code, message }) => ({ name, code, message }));
  await output.write(`${JSON.stringify(tally.toReport({ files: [...read.files], faults }, options.top))}\n`);
  await output.finish();
  return 0;
}

/** `copydesk report`: what a log says. */
export const report: Command = { name: 'report', summary: 'see what a log says: outcomes, times, failures, gaps', help: REPORT_HELP, run };
