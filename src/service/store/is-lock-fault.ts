/** By SQLSTATE: a lock did not come in time, or two sessions waited for each other. Trying again may help. */
const LOCK_FAULTS = ['55P03', '40P01'];

/** Whether a statement has failed only because others hold what it wants. */
export function isLockFault(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && LOCK_FAULTS.includes(error.code);
}
