import { ConfigError } from '../service/config/config-error.ts';
import { toStoreError } from '../service/store/to-store-error.ts';
import { CliError, EXIT } from './cli-error.ts';
import { toStartError } from './to-start-error.ts';

/** A server that went away is a fault of input or output; what a person can mend is a refusal; anything else stays what it is. */
export function toServerError(error: unknown): unknown {
  const known = toStoreError(error);
  return known instanceof ConfigError && known !== error ? new CliError(known.message, EXIT.io) : toStartError(error);
}
