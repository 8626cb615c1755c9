import { PROBLEMS, type ProblemCode } from './problems.ts';

/** One thing that is wrong in a request. */
export interface Fault {
  /** Which part of the request: its body, query, path or headers. */
  readonly in: string;
  /** JSON pointer (RFC 6901) into that part; empty for the whole of it. */
  readonly pointer: string;
  readonly detail: string;
}

export interface ProblemExtras {
  readonly detail?: string;
  readonly errors?: readonly Fault[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** A problem that ends a request with its status and code; see `PROBLEMS`. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly extras: ProblemExtras;

  constructor(code: ProblemCode, extras: ProblemExtras = {}) {
    super(extras.detail ?? PROBLEMS[code].advice);
    this.code = code;
    this.extras = extras;
  }
}
