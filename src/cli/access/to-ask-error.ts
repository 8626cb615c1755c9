import { CopydeskError } from '../../client/client.ts';
import { CliError, EXIT } from '../cli-error.ts';

function exitCodeOf({ status = 500, code }: CopydeskError): number {
  if (status >= 500 || code === 'unexpected_answer') return EXIT.io;
  return status === 401 || status === 403 ? EXIT.config : EXIT.data;
}

/** What the API says is wrong, for a person. What is no failure of the desk stays what it is. */
export function toAskError(error: unknown): unknown {
  if (!(error instanceof CopydeskError)) return error;
  const faults = error.problem?.errors?.map(({ pointer, detail }) => ` ${pointer}: ${detail}`).join(';');
  const told = faults && error.problem ? `${error.problem.title}.${faults}` : error.message;
  const hint = error.code === 'unexpected_answer' ? '; is that a Copydesk, and the address right?' : '';
  return new CliError(`${told} (${error.code})${hint}`, exitCodeOf(error));
}
