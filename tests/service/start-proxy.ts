import { once } from 'node:events';
import { createConnection, createServer, type Socket } from 'node:net';
import { freePort } from './private-server.ts';

/**
 * `pass`: both ways. `swallow`: nothing goes either way, as with a server that has frozen. `cutBefore` and `cutAfter`: the next thing that
 * is said to the server is lost, or arrives while its answer is lost; then the connection drops, and the proxy passes again.
 */
export type ProxyMode = 'pass' | 'swallow' | 'cutBefore' | 'cutAfter';

export interface FaultyProxy {
  readonly port: number;
  readonly set: (mode: ProxyMode) => void;
  readonly close: () => Promise<void>;
}

/** How long the server has to do what it was told before the connection drops. */
const DOING_MS = 300;

/** A TCP proxy on a private port that can be told to misbehave. */
export async function startProxy(targetPort: number): Promise<FaultyProxy> {
  let mode: ProxyMode = 'pass';
  const sockets = new Set<Socket>();

  function join(client: Socket): void {
    const server = createConnection(targetPort, '127.0.0.1');
    let isLost = false;
    const drop = () => {
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', drop);
      socket.on('close', () => {
        sockets.delete(socket);
        drop();
      });
    }
    client.on('data', (chunk) => {
      if (mode === 'swallow' || isLost) return;
      if (mode !== 'cutBefore') server.write(chunk);
      if (mode === 'pass') return;
      isLost = true;
      mode = 'pass';
      setTimeout(drop, DOING_MS);
    });
    server.on('data', (chunk) => {
      if (mode !== 'swallow' && !isLost) client.write(chunk);
    });
  }

  const port = await freePort();
  const listener = createServer(join).listen(port, '127.0.0.1');
  await once(listener, 'listening');
  return {
    port,
    set: (next) => {
      mode = next;
    },
    close: async () => {
      const closed = once(listener, 'close');
      listener.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
