import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../../api/call.ts';
import { desk } from '../../api/desk.ts';
import type { DeskArticle, Person } from '../../api/desk-types.ts';

/** Seconds between two looks at who else is there. */
const LOOK = 10;
/** How long a claim lasts, in seconds, until the desk has said it, and how often it is renewed in that time. */
const LEASE = 60;
const RENEWALS = 3;
/** A claim of somebody who has not touched the page for so long is not kept alive: others wait for it. */
const IDLE_MINUTES = 10;
const TOUCHES = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'scroll'] as const;

interface Presence {
  readonly looking: readonly Person[];
  /** Whether something has happened to the article that the page does not show. */
  readonly isStale: boolean;
  /** Whether the claim was not renewed for as long as it lasts: it may be over. */
  readonly isLapsed: boolean;
}

/** Calls something every so many seconds, and at once when the page is seen again: while it is hidden, browsers let it wait. */
function repeat(work: () => void, seconds: number): () => void {
  const timer = setInterval(work, seconds * 1000);
  const look = () => {
    if (!document.hidden) work();
  };
  document.addEventListener('visibilitychange', look);
  addEventListener('online', look);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
    removeEventListener('online', look);
  };
}

/** Answers for how many milliseconds nobody has touched the page. */
function useIdle(): () => number {
  const touched = useRef(performance.now());
  useEffect(() => {
    const touch = () => {
      touched.current = performance.now();
    };
    for (const name of TOUCHES) document.addEventListener(name, touch, { capture: true, passive: true });
    return () => {
      for (const name of TOUCHES) document.removeEventListener(name, touch, { capture: true });
    };
  }, []);
  return () => performance.now() - touched.current;
}

type Seen = { readonly looking: readonly Person[]; readonly version: number };

/** Keeps a claim alive, by its fence, while somebody is there. Answers whether that has failed for as long as it lasts. */
function useRenewal(article: DeskArticle, isMine: boolean, onSeen: (seen: Seen) => void, onLost: () => void): boolean {
  const [lease, setLease] = useState(LEASE);
  const [isLapsed, setLapsed] = useState(false);
  const { id, revision, fence } = article;
  const told = useRef({ onSeen, onLost });
  told.current = { onSeen, onLost };
  const readIdle = useIdle();
  useEffect(() => {
    setLapsed(false);
    if (!isMine) return undefined;
    let [isOver, renewedAt] = [false, performance.now()];
    const isOld = () => performance.now() - renewedAt > lease * 1000;
    const ask = async () => {
      const askedAt = performance.now();
      try {
        const seen = await desk.renew({ id, revision, fence });
        if (isOver) return;
        renewedAt = askedAt;
        setLease(seen.leaseSeconds);
        setLapsed(false);
        told.current.onSeen(seen);
      } catch (error) {
        if (isOver) return;
        if (error instanceof Problem && error.status === 409) told.current.onLost();
        else setLapsed(isOld());
      }
    };
    const renew = () => {
      if (readIdle() <= IDLE_MINUTES * 60_000) void ask();
      // Left to end by itself: the same person may work on it in another window, which keeps it.
      else if (isOld()) told.current.onLost();
    };
    renew();
    const stop = repeat(renew, lease / RENEWALS);
    return () => {
      isOver = true;
      stop();
    };
  }, [id, revision, fence, isMine, lease]);
  return isLapsed;
}

/** Tells others that the article is looked at, hears of them, and keeps the claim alive. `onLost` is called when the claim is over. */
export function usePresence(article: DeskArticle, isMine: boolean, onLost: () => void): Presence {
  const [seen, setSeen] = useState<Seen | null>(null);
  const { id, revision, version } = article;
  const isLapsed = useRenewal(article, isMine, setSeen, onLost);
  useEffect(() => {
    const look = () => void desk.looking(id, revision).then(setSeen, () => undefined);
    look();
    return repeat(look, LOOK);
  }, [id, revision]);
  return { looking: seen?.looking ?? article.looking, isStale: seen !== null && seen.version > version, isLapsed };
}
