import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Problem } from '../../api/call.ts';
import { desk, type Filter } from '../../api/desk.ts';
import type { Queue } from '../../api/desk-types.ts';
import { useApp } from '../../app-context.ts';
import { sayNamed } from '../../messages/say.ts';
import { keepOrder } from '../../queue-order.ts';

/** Seconds between two looks at what is new. */
const REFRESH = 15;

interface ShownQueue {
  readonly queue: Queue | null;
  readonly isLoading: boolean;
  /** Whether the last look has failed. */
  readonly isFailed: boolean;
  readonly reload: () => void;
  /** Adds the next page. Answers whether there was one. */
  readonly more: () => Promise<boolean>;
}

/** The queue as filtered, looked at again every now and then while only its first page is shown and somebody sees it. */
export function useQueue(filter: Filter): ShownQueue {
  const { notify, setSession } = useApp();
  const [shown, setShown] = useState<{ readonly name: string; readonly queue: Queue } | null>(null);
  const [isLoading, setLoading] = useState(true);
  const [isFailed, setFailed] = useState(false);
  /** Pages that were added: a look at the first one alone would take them away again. */
  const isLong = useRef(false);
  const again = useRef<() => void>(() => undefined);
  const name = JSON.stringify(filter);

  const refuse = (error: unknown) => {
    if (!(error instanceof Problem)) return;
    if (error.code === 'signed_out') setSession(null);
    else notify(sayNamed('problem', error.code, error.message), 'bad');
  };
  useEffect(() => {
    const stop = new AbortController();
    isLong.current = false;
    setLoading(true);
    const load = async () => {
      try {
        const next = await desk.queue({ ...filter, facets: 'true' }, stop.signal);
        if (stop.signal.aborted || isLong.current) return;
        setShown({ name, queue: next });
        setFailed(false);
      } catch (error) {
        if (stop.signal.aborted) return;
        setFailed(true);
        refuse(error);
      }
      setLoading(false);
    };
    again.current = () => {
      isLong.current = false;
      void load();
    };
    void load();
    const look = () => {
      if (!isLong.current && !document.hidden) void load();
    };
    const timer = setInterval(look, REFRESH * 1000);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      stop.abort();
    };
  }, [name]);
  // The next page of another filter is none of this one.
  const queue = useMemo(
    () => (shown && shown.name !== name ? { ...shown.queue, next: null } : (shown?.queue ?? null)),
    [shown, name],
  );
  useEffect(() => keepOrder(queue?.articles ?? []), [queue]);
  const asked = useRef(name);
  asked.current = name;
  const more = async () => {
    if (!queue?.next) return false;
    const page = await desk.queue({ ...filter, cursor: queue.next }).catch(refuse);
    if (!page || asked.current !== name) return false;
    isLong.current = true;
    setShown({ name, queue: { ...queue, articles: [...queue.articles, ...page.articles], next: page.next } });
    return true;
  };
  return { queue, isLoading, isFailed, reload: () => again.current(), more };
}
