import { revealControls } from '../moderation/report/reveal-controls.ts';
import { CliError, EXIT } from './cli-error.ts';
import type { Terminal } from './command.ts';
import { systemCode } from './system-code.ts';

/** 128 + SIGPIPE, as a shell reports any program whose reader went away. */
const EXIT_PIPE = 141;

function isDebugging(terminal: Terminal): boolean {
  return (terminal.env.NODE_DEBUG ?? '').split(',').includes('copydesk');
}

function say(terminal: Terminal, message: string): void {
  terminal.stderr.write(`copydesk: ${message.split('\n').map(revealControls).join('\n')}\n`);
}

/**
 * Tells the person what went wrong and gives the exit code: the code of a `CliError`, 141 in silence when the reader of
 * the output went away, 70 for anything unforeseen. A stack is shown only with `NODE_DEBUG=copydesk`.
 */
export function reportFailure(error: unknown, terminal: Terminal): number {
  if (systemCode(error) === 'EPIPE') return EXIT_PIPE;
  if (error instanceof CliError) {
    say(terminal, error.message);
    return error.exitCode;
  }
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error && isDebugging(terminal) ? error.stack : undefined;
  say(terminal, stack ?? `internal error: ${message} (NODE_DEBUG=copydesk shows where)`);
  return EXIT.software;
}
