import type { ProblemError } from './problem-error.ts';
import { PROBLEMS } from './problems.ts';

/** A problem as RFC 9457 writes it. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly { readonly in: string; readonly pointer: string; readonly detail: string }[];
}

/** The body that tells a problem. */
export function writeProblem({ code, message, extras }: ProblemError): Problem {
  const { status, title } = PROBLEMS[code];
  const problem = { type: `urn:copydesk:problem:${code}`, title, status, code, detail: message };
  return extras.errors ? { ...problem, errors: extras.errors } : problem;
}
