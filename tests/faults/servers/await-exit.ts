import type { ChildProcess } from 'node:child_process';

/** Resolves when the process is gone; at once when it is already. */
export function awaitExit(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}
