import { ConfigError } from '../config/config-error.ts';
import type { ApiContext } from './api-context.ts';
import type { ApiServer } from './api-server.ts';
import { createApi } from './create-api.ts';

export interface RunningApi {
  /** Where it listens, such as `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Takes no more requests and finishes those in hand; after ten seconds whatever is still open is cut off. */
  readonly close: () => Promise<void>;
}

const HINTS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there: stop it, or choose another COPYDESK_PORT',
  EACCES: 'it may not be opened: choose a COPYDESK_PORT above 1023',
  EADDRNOTAVAIL: 'this machine does not have that address: choose another COPYDESK_HOST',
  ENOTFOUND: 'the name is not known: choose another COPYDESK_HOST',
};

function toListenError(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const hint = HINTS[code];
  return hint === undefined ? error : new ConfigError(`COPYDESK_PORT: ${host}:${port} cannot be used (${code}); ${hint}`);
}

/** A client that does not send or read on would hold the process for ever. Supervisors kill after ten seconds or more. */
const GRACE_MS = 10_000;

async function closeSoon(server: ApiServer): Promise<void> {
  const timer = setTimeout(() => server.server.closeAllConnections(), GRACE_MS);
  try {
    await server.close();
  } finally {
    clearTimeout(timer);
  }
}

/** Starts the HTTP API. Throws `ConfigError` when its address cannot be had. */
export async function startApi(context: ApiContext): Promise<RunningApi> {
  const { host, port } = context.settings;
  const server = await createApi(context);
  try {
    const url = await server.listen({ host, port });
    return { url, close: () => closeSoon(server) };
  } catch (error) {
    await server.close();
    throw toListenError(error, host, port);
  }
}
