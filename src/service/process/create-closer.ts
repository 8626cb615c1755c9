/** What closes all that a process has opened. */
export interface Closer {
  readonly add: (close: () => Promise<void>) => void;
  /** Something that takes work: at the close all of these stop together, before anything that they use is closed. */
  readonly addTaker: (stop: () => Promise<void>) => void;
  readonly close: () => Promise<void>;
}

/** Closes once: all takers together, then what was opened in the opposite order, going on when one of them fails. */
export function createCloser(): Closer {
  const takers: (() => Promise<void>)[] = [];
  const closers: (() => Promise<void>)[] = [];
  let closing: Promise<void> | undefined;
  const closeAll = async () => {
    const failures: unknown[] = [];
    // One that is slow to finish must not leave the others taking new work meanwhile.
    await Promise.all(takers.map((stop) => stop().catch((error: unknown) => failures.push(error))));
    for (const close of closers.reverse()) await close().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  };
  return {
    add: (close) => closers.push(close),
    addTaker: (stop) => takers.push(stop),
    close: () => {
      closing ??= closeAll();
      return closing;
    },
  };
}
