import { ConfigError } from '../config.ts';

/**
 * What a person has to mend: the server, its address or the rights on it. By SQLSTATE: 28 authorization, 3D no such
 * database, 42501 insufficient privilege, 53300 too many connections, 57P01 to 57P03 shutting down or starting up.
 */
const UNUSABLE = /^(?:E[A-Z]+|28...|3D...|42501|53300|57P0[1-3])$/u;

/** A `ConfigError` for a database that cannot be used; any other error stays what it is. */
export function toStoreError(error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error && UNUSABLE.test(String(error.code)))) return error;
  return new ConfigError(`DATABASE_URL: the server cannot be used (${error.code} ${error.message})`);
}
