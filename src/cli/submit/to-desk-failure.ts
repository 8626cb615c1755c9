import { CopydeskError, type ErrorCode } from '../../client/client.ts';
import { CliError, EXIT } from '../cli-error.ts';

const CONFIG: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['unauthenticated', 'forbidden', 'wrong_tenant', 'unknown_tenant']);

/** Why a run cannot go on, for a person. What is no failure of the desk stays what it is. */
export function toDeskFailure(error: unknown): unknown {
  if (!(error instanceof CopydeskError)) return error;
  const { code, message, requestId } = error;
  const trail = requestId === undefined ? '' : ` (X-Request-Id ${requestId})`;
  return new CliError(`${message}${trail}`, CONFIG.has(code) ? EXIT.config : EXIT.io);
}
