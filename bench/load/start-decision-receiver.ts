import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { portOf } from '../../tests/service/delivery/start-receiver.ts';

/** It stands at the beginning of a body, before the result. */
const EXTERNAL_ID = /"externalId":"([^"]+)"/u;
const HEAD = 1000;

export interface DecisionReceiver {
  readonly url: string;
  readonly close: () => Promise<void>;
}

function take(request: IncomingMessage, response: ServerResponse, onDecision: (id: string, bytes: number) => void): void {
  let head = '';
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    if (head.length < HEAD) head += chunk.toString('latin1', 0, HEAD);
    bytes += chunk.length;
  });
  request.on('end', () => {
    response.writeHead(204).end();
    onDecision(EXTERNAL_ID.exec(head)?.[1] ?? '', bytes);
  });
}

/** A publisher's endpoint that looks at no more of a webhook than whose it is: what is measured is the desk. */
export async function startDecisionReceiver(onDecision: (id: string, bytes: number) => void): Promise<DecisionReceiver> {
  const server = createServer((request, response) => take(request, response, onDecision));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${portOf(server)}/decisions`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
