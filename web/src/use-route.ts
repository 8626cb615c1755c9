import { useEffect, useState } from 'preact/hooks';
import { type Route, readRoute } from './model/route.ts';

/** A place that was gone to; the same address anew is another visit. */
interface Visit {
  readonly route: Route;
  readonly number: number;
}

const REOPEN = 'copydesk-reopen';

/** Goes to an address, and opens anew what is there. */
export function reopen(address: string): void {
  if (location.hash !== address) location.hash = address;
  dispatchEvent(new Event(REOPEN));
}

/** Where the address says that somebody is. */
export function useRoute(): Visit {
  const [visit, setVisit] = useState<Visit>(() => ({ route: readRoute(location.hash), number: 0 }));
  useEffect(() => {
    const read = () => setVisit(({ number }) => ({ route: readRoute(location.hash), number }));
    const open = () => setVisit(({ number }) => ({ route: readRoute(location.hash), number: number + 1 }));
    addEventListener('hashchange', read);
    addEventListener(REOPEN, open);
    return () => {
      removeEventListener('hashchange', read);
      removeEventListener(REOPEN, open);
    };
  }, []);
  return visit;
}
