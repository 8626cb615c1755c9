import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { listenOnFreePort } from './listen-on-free-port.ts';

/** One answer of the server; `break`: the connection is cut before any. */
export type Turn = { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown } | 'break';

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface TurnServer {
  readonly url: string;
  readonly seen: readonly SeenRequest[];
  readonly close: () => Promise<void>;
}

/** A problem document as the API writes it. */
export function problem(code: string, status: number, headers: Record<string, string> = {}): Turn {
  const body = { type: `urn:copydesk:problem:${code}`, title: 'Title', status, code, detail: 'Detail.' };
  return { status, headers: { 'content-type': 'application/problem+json', ...headers }, body };
}

/** A server that gives the answers in their order, the last one again and again. */
export async function answerInTurn(turns: readonly Turn[]): Promise<TurnServer> {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    const turn = turns[Math.min(seen.length, turns.length - 1)];
    const { method = '', url = '', headers } = request;
    const entry = { method, url, headers, body: '' };
    seen.push(entry);
    void text(request).then((body) => {
      entry.body = body;
      if (turn === undefined || turn === 'break') request.socket.destroy();
      else
        response
          .writeHead(turn.status, turn.headers)
          .end(typeof turn.body === 'string' ? turn.body : JSON.stringify(turn.body ?? {}));
    });
  });
  return { seen, ...(await listenOnFreePort(server)) };
}
