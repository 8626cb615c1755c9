import process from 'node:process';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export interface Stopped {
  readonly signal: AbortSignal;
  /** Resolves when the process is asked to stop. */
  readonly wait: Promise<void>;
  /** Gives the signals back to Node. */
  readonly dispose: () => void;
}

/** Listens for Ctrl-C and SIGTERM. The first asks to stop; the next one ends the process at once, as Node does by itself. */
export function untilStopped(): Stopped {
  const controller = new AbortController();
  const { promise, resolve } = Promise.withResolvers<void>();
  const dispose = () => {
    for (const name of SIGNALS) process.off(name, stop);
  };
  function stop(): void {
    dispose();
    controller.abort();
    resolve();
  }
  for (const name of SIGNALS) process.on(name, stop);
  return { signal: controller.signal, wait: promise, dispose };
}
