import { DataError } from '../../evaluation/data/data-error.ts';
import { CliError, EXIT } from '../cli-error.ts';

/** Data that is missing (66) or bad (65) becomes a refusal without a stack; anything else stays what it is. */
export function toDataFault(error: unknown): unknown {
  if (!(error instanceof DataError)) return error;
  return new CliError(error.message, error.reason === 'missing' ? EXIT.noInput : EXIT.data);
}
