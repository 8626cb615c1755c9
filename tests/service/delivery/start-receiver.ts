import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly path: string;
  readonly at: number;
}

/** Answers one request; without it, 204. */
export type Answer = (response: ServerResponse, received: Received, index: number) => void;

export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** The webhook-ids in the order they came. */
  readonly ids: () => readonly string[];
  readonly close: () => Promise<void>;
}

export function portOf(server: Pick<Server, 'address'>): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A real HTTP server of a publisher on a private port. */
export async function startReceiver(answer: Answer = (response) => response.writeHead(204).end()): Promise<Receiver> {
  const received: Received[] = [];
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await buffer(request)).toString('utf8');
    const one = { headers: request.headers, body, path: request.url ?? '', at: Date.now() };
    received.push(one);
    answer(response, one, received.length - 1);
  }
  const server = createServer((request, response) => void take(request, response).catch(() => response.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    received,
    ids: () => received.map(({ headers }) => String(headers['webhook-id'])),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
