import { useEffect, useState } from 'preact/hooks';
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
  readonly more: () => Promise<void>;
}

/** The queue as filtered, looked at again every now and then while only its first page is shown. */
export function useQueue(filter: Filter): ShownQueue {
  const { notify, setSession } = useApp();
  const [queue, setQueue] = useState<Queue | null>(null);
  const [isLoading, setLoading] = useState(true);
  const [isLong, setLong] = useState(false);
  const name = JSON.stringify(filter);

  const refuse = (error: unknown) => {
    if (!(error instanceof Problem)) return;
    if (error.code === 'signed_out') setSession(null);
    else notify(sayNamed('problem', error.code, error.message), 'bad');
  };
  useEffect(() => {
    const stop = new AbortController();
    const load = () =>
      desk
        .queue({ ...filter, facets: 'true' }, stop.signal)
        .then(setQueue, refuse)
        .finally(() => setLoading(false));
    setLoading(true);
    setLong(false);
    void load();
    const timer = setInterval(() => {
      if (!isLong && !document.hidden) void load();
    }, REFRESH * 1000);
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, [name]);
  useEffect(() => keepOrder(queue?.articles ?? []), [queue]);
  const more = async () => {
    if (!queue?.next) return;
    setLong(true);
    const page = await desk.queue({ ...filter, cursor: queue.next }).catch(refuse);
    if (page) setQueue({ ...queue, articles: [...queue.articles, ...page.articles], next: page.next });
  };
  return { queue, isLoading, more };
}
