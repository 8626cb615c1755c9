/**
 * SQLSTATE: 08 connection exceptions, 53300 too many connections, 57P01 to 57P03 the server shuts down or starts up, 40001 and 40P01
 * rolled back because of others.
 */
const PASSING = /^(?:08...|53300|57P0[1-3]|40001|40P01)$/u;
/** Of the network: `ECONNRESET`, `EPIPE`, `EAI_AGAIN`. */
const NETWORK = /^E[A-Z_]{3,}$/u;
/** What the driver says without a code. */
const DRIVER =
  /^(?:Connection terminated|Client has encountered a connection error|Query read timeout|timeout exceeded when trying)/u;

/**
 * Whether a statement failed for what may be over soon, and may or may not have been carried out: the connection was lost, or the
 * server did not answer in time.
 */
export function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return code === '' ? DRIVER.test(error.message) : NETWORK.test(code) || PASSING.test(code);
}
