import { once } from 'node:events';
import type { Piscina } from 'piscina';
import { NoThreadError } from './no-thread-error.ts';
import { READY_MS } from './ready-ms.ts';
import type { ThreadNotice } from './thread-messages.ts';

/** A thread failed to load; `code` says why. */
class ThreadFault extends Error {
  override readonly name = 'ThreadFault';
  readonly code: string;

  constructor(code: string) {
    super('a thread cannot load what it moderates with');
    this.code = code;
  }
}

/** Piscina hands tasks to its first threads before these have loaded; to later ones only then. */
function watchLoading(pool: Piscina, onError: (error: Error) => void): () => boolean {
  const loaded = new Set<number>();
  const first = new Set(pool.threads.map(({ threadId }) => threadId));
  pool.on('message', (notice: ThreadNotice) => {
    if ('fault' in notice) onError(new ThreadFault(notice.fault));
    else loaded.add(notice.thread);
  });
  return () => {
    const ids = pool.threads.map(({ threadId }) => threadId);
    return ids.some((id) => loaded.has(id)) && ids.every((id) => loaded.has(id) || !first.has(id));
  };
}

/**
 * Hears of the threads of a pool that has just been made. What it gives resolves when there are threads that have loaded, and rejects
 * with `NoThreadError` when there are none for ten seconds. `onError` hears of threads that cannot load.
 */
export function watchThreads(pool: Piscina, onError: (error: Error) => void): () => Promise<void> {
  const isReady = watchLoading(pool, onError);
  return async () => {
    const signal = AbortSignal.timeout(READY_MS);
    while (!isReady()) {
      await once(pool, 'message', { signal }).catch(() => {
        throw new NoThreadError('no thread is ready');
      });
    }
  };
}
