/** sysexits.h: bad usage 64, bad data 65, no such input 66, internal error 70, input or output fault 74, stopped
 * before the end 75, bad configuration 78. */
export const EXIT = { usage: 64, data: 65, noInput: 66, software: 70, io: 74, stopped: 75, config: 78 } as const;

/** A refusal a person can act on: the message says what is wrong and what to do; no stack is shown. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly exitCode: number;

  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}
