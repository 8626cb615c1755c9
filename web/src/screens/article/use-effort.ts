import { useEffect, useRef } from 'preact/hooks';

/** What a decision has taken so far. */
export interface Effort {
  readonly keys: number;
  /** While the page was seen. */
  readonly seconds: number;
}

/** Counts presses of keys and buttons, and the time for which the page was seen, since an article was opened. */
export function useEffort(id: string): () => Effort {
  const counted = useRef({ keys: 0, seen: 0, since: 0 });
  useEffect(() => {
    const count = counted.current;
    Object.assign(count, { keys: 0, seen: 0, since: performance.now() });
    const press = (event: KeyboardEvent) => {
      if (!event.repeat && !['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) count.keys++;
    };
    const click = (event: MouseEvent) => {
      // A click that a key made was counted with the key.
      if (event.detail > 0) count.keys++;
    };
    const look = () => {
      if (document.hidden) count.seen += performance.now() - count.since;
      count.since = performance.now();
    };
    document.addEventListener('keydown', press, true);
    document.addEventListener('click', click, true);
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('keydown', press, true);
      document.removeEventListener('click', click, true);
      document.removeEventListener('visibilitychange', look);
    };
  }, [id]);
  return () => {
    const { keys, seen, since } = counted.current;
    const now = document.hidden ? 0 : performance.now() - since;
    return { keys, seconds: Math.round((seen + now) / 100) / 10 };
  };
}
