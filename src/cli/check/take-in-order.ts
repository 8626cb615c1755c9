/** Something under way. */
export interface Turn<Source, Done> {
  readonly source: Source;
  readonly done: Promise<Done>;
}

/** How work is begun. */
export interface Work<Source, Done> {
  /** Whether one more may be begun while these are under way or wait for their turn. */
  readonly hasRoom: (line: readonly Turn<Source, Done>[]) => boolean;
  readonly begin: (source: Source) => Promise<Done>;
  /** Hears, again and again, which one is waited for. */
  readonly onWait: (first: Source) => void;
}

interface Waiting<Source, Done> extends Turn<Source, Done> {
  /** Resolves, or rejects, when `done` does. */
  readonly ready: Promise<'done'>;
}

function toWaiting<Source, Done>(source: Source, done: Promise<Done>): Waiting<Source, Done> {
  const ready = done.then(() => 'done' as const);
  // Whoever waits for it hears of it; until then it is nobody's fault.
  ready.catch(() => {});
  return { source, done, ready };
}

/**
 * Closes sources of which no more is wanted. Whether they can be closed is no matter; one that was asked and may never come is not
 * waited for.
 */
async function close(sources: AsyncIterator<unknown>, asked: Promise<unknown> | undefined): Promise<void> {
  asked?.catch(() => {});
  const closing = Promise.allSettled([sources.return?.()]);
  if (!asked) await closing;
}

/**
 * Begins work for each source as soon as there is room, and gives what came of it in the order of the sources, each as soon as its turn
 * has come: it never waits for another source while a result is there. Rejects as the first in turn does. Closes the sources when it ends
 * before them.
 */
export async function* takeInOrder<Source, Done>(
  sources: AsyncIterator<Source>,
  { hasRoom, begin, onWait }: Work<Source, Done>,
): AsyncGenerator<Done> {
  const line: Waiting<Source, Done>[] = [];
  let next: Promise<IteratorResult<Source>> | undefined;
  let isOver = false;
  try {
    for (;;) {
      if (!isOver && hasRoom(line)) next ??= sources.next();
      const [first] = line;
      if (first) onWait(first.source);
      const awaited = [first?.ready, next].filter((promise) => promise !== undefined);
      if (awaited.length === 0) return;
      const event = await Promise.race(awaited);
      if (event === 'done') {
        line.shift();
        if (first) yield await first.done;
        continue;
      }
      next = undefined;
      isOver = event.done === true;
      if (event.done === true) continue;
      if (!first) onWait(event.value);
      line.push(toWaiting(event.value, begin(event.value)));
    }
  } finally {
    if (!isOver) await close(sources, next);
  }
}
