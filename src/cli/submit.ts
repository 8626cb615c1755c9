import { type ClientOptions, createClient } from '../client/client.ts';
import { revealControls } from '../moderation/report/reveal-controls.ts';
import { type Stopped, untilStopped } from '../service/process/until-stopped.ts';
import { describeFault } from './check/describe-fault.ts';
import { type CheckInput, listInputs } from './check/list-inputs.ts';
import { CliError, EXIT } from './cli-error.ts';
import type { Command, Terminal } from './command.ts';
import { type Bar, createBar } from './create-bar.ts';
import { awaitVerdicts } from './submit/await-verdicts.ts';
import { drawSubmitted } from './submit/draw-submitted.ts';
import { openJournal } from './submit/open-journal.ts';
import { type Sending, sendInputs } from './submit/send-inputs.ts';
import { SUBMIT_HELP } from './submit/submit-help.ts';
import { readSubmitOptions, type SubmitOptions } from './submit/submit-options.ts';
import type { SubmitRow } from './submit/submit-row.ts';
import { exitCodeOf, summariseRows } from './submit/summarise-rows.ts';
import { toDeskFailure } from './submit/to-desk-failure.ts';
import { writeOut } from './write-out.ts';

/** How long the batch in hand may still take after Ctrl-C. */
const LAST_MS = 3000;
const AGAIN = 'Run the same command again: what is in is not taken in twice.';

/** Aborted a while after the signal. */
function delaySignal(signal: AbortSignal): AbortSignal {
  const controller = new AbortController();
  signal.addEventListener('abort', () => void setTimeout(() => controller.abort(signal.reason), LAST_MS).unref());
  return controller.signal;
}

function tell(terminal: Terminal, bar: Bar, message: string): void {
  bar.clear();
  terminal.stderr.write(`copydesk: ${message}\n`);
}

type Known = readonly SubmitRow[];

function pickKnown(rows: readonly (SubmitRow | undefined)[]): Known {
  return rows.filter((row) => row !== undefined);
}

/** Why a run ended early; `undefined` when it came to its end. */
async function sendAndWait(
  inputs: readonly CheckInput[],
  rows: (SubmitRow | undefined)[],
  sending: Sending,
  isWaiting: boolean,
): Promise<unknown> {
  try {
    await sendInputs(inputs, rows, sending);
    if (isWaiting && !sending.stopped.aborted) await awaitVerdicts(rows, sending);
    return sending.stopped.aborted ? new CliError('stopped', EXIT.stopped) : undefined;
  } catch (error) {
    return sending.stopped.aborted ? new CliError('stopped', EXIT.stopped) : toDeskFailure(error);
  }
}

/** Tells the first wait as a line, on whatever standard error is, so that nobody watches a run that says nothing; each one to the bar. */
function createWaitTeller(
  { url, patienceSeconds, quiet }: SubmitOptions,
  terminal: Terminal,
  bar: Bar,
): NonNullable<ClientOptions['onWait']> {
  let isTold = quiet;
  return (seconds, { code, message }) => {
    const { origin } = new URL(url);
    const reason = message.startsWith(origin) ? message : `${origin}: ${message}`;
    if (!isTold) tell(terminal, bar, `waiting, up to ${patienceSeconds} s for a batch: ${revealControls(reason)}`);
    isTold = true;
    bar.say(`waiting ${Math.ceil(seconds)} s for the desk (${code})`);
  };
}

async function openSending(options: SubmitOptions, terminal: Terminal, stopped: Stopped): Promise<Sending> {
  const { url, key, tenant, patienceSeconds, source, resume, quiet } = options;
  const bar = createBar(terminal.stderr, terminal.isStderrTty && !quiet);
  const onWait = createWaitTeller(options, terminal, bar);
  return {
    ...{ bar, source, stopped: stopped.signal, cut: delaySignal(stopped.signal) },
    client: createClient({ url, key, tenant, patienceSeconds, onWait }),
    journal: await openJournal(resume, { url, tenant }),
    onFault: ({ fault }) => tell(terminal, bar, describeFault(fault)),
  };
}

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = readSubmitOptions(args, terminal.env);
  const inputs = await listInputs(options.paths, options.input, terminal.stdin);
  const stopped = untilStopped();
  try {
    const sending = await openSending(options, terminal, stopped);
    const rows: (SubmitRow | undefined)[] = [];
    const failure = await sendAndWait(inputs, rows, sending, options.wait);
    sending.bar.clear();
    await sending.journal.close();
    const known = pickKnown(rows);
    if (!options.quiet) await writeOut(terminal.stdout, drawSubmitted(known, options.format));
    if (!(failure instanceof CliError)) {
      if (failure !== undefined) throw failure;
      return exitCodeOf(known);
    }
    throw new CliError(`${revealControls(failure.message)}. ${summariseRows(known)}. ${AGAIN}`, failure.exitCode);
  } finally {
    stopped.dispose();
  }
}

/** `copydesk submit`: hands articles to a running desk over HTTP. */
export const submit: Command = {
  name: 'submit',
  summary: 'hand articles to a running desk over HTTP, and wait for the verdicts',
  help: SUBMIT_HELP,
  run,
};
