import { nearestName } from '../service/config/nearest-name.ts';
import { CliError, EXIT } from './cli-error.ts';

/** The refusal of a name that is not known, with the nearest one that is. `what` reads "command" or "option". */
export function refuseUnknown(what: string, name: string, known: readonly string[], help: string): CliError {
  const nearest = nearestName(name, known);
  const hint = nearest === undefined ? `known: ${known.join(', ')}` : `did you mean ${nearest}?`;
  return new CliError(`unknown ${what} ${name}; ${hint} (see ${help})`, EXIT.usage);
}
