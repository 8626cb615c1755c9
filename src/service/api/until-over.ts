import { setTimeout as sleep } from 'node:timers/promises';
import type { ArticleKey } from '../store/article-key.ts';
import { articleStatus } from '../store/article-status.ts';
import type { Notices } from '../store/notices.ts';
import { readArticle } from '../store/read-article.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { toDecidedPayload } from '../store/to-decided-payload.ts';

/** A notice may be lost with its connection: then the store is looked at. */
const LOOK_MS = 500;

/** Hears notices of one article; an empty one says that some may have been missed. */
function listenFor(notices: Notices, key: ArticleKey, closing: AbortSignal) {
  const wanted = toDecidedPayload(key);
  let heard = Promise.withResolvers<void>();
  const end = notices.subscribe('copydesk_decided', (payload) => {
    if (payload === wanted || payload === '') heard.resolve();
  });
  const hearClosing = () => heard.resolve();
  closing.addEventListener('abort', hearClosing);
  return {
    end: () => {
      closing.removeEventListener('abort', hearClosing);
      end();
    },
    next: async (ms: number) => {
      const timer = new AbortController();
      await Promise.race([heard.promise, sleep(ms, undefined, { signal: timer.signal }).catch(() => undefined)]);
      timer.abort();
      heard = Promise.withResolvers<void>();
    },
  };
}

/** Waits until the article has come to its outcome, at most `ms` milliseconds or until `closing`; `undefined` when it has not. */
export async function untilOver(
  { pool, notices, closing }: { readonly pool: SqlPool; readonly notices: Notices; readonly closing: AbortSignal },
  key: ArticleKey,
  ms: number,
): Promise<StoredArticle | undefined> {
  const listener = listenFor(notices, key, closing);
  try {
    for (const end = performance.now() + ms; ; ) {
      const article = await readArticle(pool, key);
      if (article && articleStatus(article.state) !== 'pending') return article;
      const left = end - performance.now();
      if (left <= 0 || closing.aborted) return undefined;
      await listener.next(Math.min(left, LOOK_MS));
    }
  } finally {
    listener.end();
  }
}
