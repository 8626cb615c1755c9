import type { ApiServer } from './api-server.ts';
import type { Route } from './route.ts';

export interface Routes {
  /** Every route so far. */
  readonly all: () => readonly Route[];
  /** The methods that an address knows. */
  readonly methodsAt: (url: string) => readonly string[];
}

function fits(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const given = path.split('/');
  return wanted.length === given.length && wanted.every((part, index) => part.startsWith(':') || part === given[index]);
}

/** Collects the routes that are added to the server from now on. */
export function listRoutes(server: ApiServer): Routes {
  const routes: Route[] = [];
  server.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: one, pattern: url });
  });
  return {
    all: () => [...routes],
    methodsAt: (url) => {
      const [path = ''] = url.split('?', 1);
      return [...new Set(routes.filter(({ pattern }) => fits(pattern, path)).map(({ method }) => method))].sort();
    },
  };
}
