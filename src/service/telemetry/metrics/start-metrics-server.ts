import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigError } from '../../config/config-error.ts';
import { errorCode } from '../error-code.ts';
import type { Metrics } from './metrics.ts';
import type { MetricsAddress } from './metrics-address.ts';

export interface MetricsServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

async function answer(metrics: Metrics, { method, url }: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path] = (url ?? '').split('?');
  if (path !== '/metrics') return void response.writeHead(404).end();
  if (method !== 'GET' && method !== 'HEAD') return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
  const body = await metrics.write();
  response.writeHead(200, { 'content-type': metrics.contentType }).end(method === 'HEAD' ? undefined : body);
}

/**
 * Serves `/metrics` without a key, for a network that outsiders do not reach. Throws `ConfigError` when the address cannot be had.
 */
export async function startMetricsServer(metrics: Metrics, { host, port }: MetricsAddress): Promise<MetricsServer> {
  const server = createServer((request, response) => {
    answer(metrics, request, response).catch(() => response.writeHead(500).end());
  });
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new ConfigError(`COPYDESK_METRICS_PORT: ${host}:${port} cannot be had (${errorCode(error)})`);
  }
  // Listening on a port, it has an address of this kind.
  const { port: actual } = server.address() as AddressInfo;
  const shown = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${shown}:${actual}/metrics`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
