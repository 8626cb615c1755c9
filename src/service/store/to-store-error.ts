import { ConfigError } from '../config/config-error.ts';

/**
 * What a person has to mend: the server, its address or the rights on it. By SQLSTATE: 28 authorization, 3D no such
 * database, 42501 insufficient privilege, 53300 too many connections, 57P01 to 57P03 shutting down or starting up.
 */
const UNUSABLE =
  /^(?:ECONN[A-Z]{1,12}|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_[A-Z]{1,12}|28...|3D...|42501|53300|57P0[1-3])$/u;

/** What the driver says, without a code, of a connection that was cut. */
const CUT_OFF = /^(?:Connection terminated|Client has encountered a connection error)/u;

/** A `ConfigError` for a database that cannot be used; any other error stays what it is. */
export function toStoreError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  const isConnecting = 'syscall' in error && error.syscall === 'connect';
  if (!isConnecting && !UNUSABLE.test(code) && !CUT_OFF.test(error.message)) return error;
  return new ConfigError(`DATABASE_URL: the server cannot be used (${`${code} ${error.message}`.trim()})`);
}
