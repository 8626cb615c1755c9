import type { Readable, Writable } from 'node:stream';

/** The world as a command sees it; tests hand in their own. */
export interface Terminal {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** True when `stdout` is a person's screen: colour is allowed then, unless `NO_COLOR` is set. */
  readonly isStdoutTty: boolean;
  /** True when `stderr` is a person's screen: progress is drawn only then. */
  readonly isStderrTty: boolean;
}

/** One command of `copydesk`: its file in `src/cli` is named after it. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The full text of `copydesk <name> --help`. */
  readonly help: string;
  /** The help for these arguments, where a command has parts with a help of their own. */
  readonly helpFor?: (args: readonly string[]) => string;
  /** Runs with the arguments after the command's name and resolves to the exit code. Throws `CliError` on misuse. */
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<number>;
}
