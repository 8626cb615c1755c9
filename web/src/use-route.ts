import { useEffect, useState } from 'preact/hooks';
import { type Route, readRoute } from './model/route.ts';

/** Where the address says that somebody is. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => readRoute(location.hash));
  useEffect(() => {
    const read = () => setRoute(readRoute(location.hash));
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return route;
}
