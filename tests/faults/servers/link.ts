import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { portOf } from '../../service/delivery/start-receiver.ts';

/** How a link is. Milliseconds for each chunk in each direction, bytes a second of each connection and direction. */
export interface LinkState {
  readonly latencyMs?: number;
  readonly bytesPerSecond?: number;
  /** Nothing gets through, though connections stand and can be made. */
  readonly isSilent?: boolean;
  /** New connections are ended at once. */
  readonly isRefusing?: boolean;
}

/** A TCP proxy on loopback that can be slowed down, cut and silenced. */
export class Link {
  #state: LinkState = {};
  readonly #target: number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(target: number) {
    this.#target = target;
    this.#server = createServer((socket) => this.#open(socket));
  }

  /** A link to a port of this machine. */
  static async create(target: number): Promise<Link> {
    const link = new Link(target);
    await new Promise<void>((resolve) => link.#server.listen(0, '127.0.0.1', resolve));
    return link;
  }

  get port(): number {
    return portOf(this.#server);
  }

  set(state: LinkState): void {
    this.#state = state;
  }

  /** Cuts every connection that stands. */
  cut(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #open(near: Socket): void {
    if (this.#state.isRefusing) return void near.resetAndDestroy();
    const far = connect({ port: this.#target, host: '127.0.0.1' });
    for (const socket of [near, far]) {
      const other = socket === near ? far : near;
      this.#sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.#sockets.delete(socket);
        other.destroy();
      });
    }
    void this.#pass(near, far).catch(() => undefined);
    void this.#pass(far, near).catch(() => undefined);
  }

  /** Chunk by chunk, so that a slow link holds its sender back. What comes while the link is silent waits, as in a network that is down. */
  async #pass(from: Socket, to: Socket): Promise<void> {
    for await (const chunk of from.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      while (this.#state.isSilent && !to.destroyed) await sleep(50);
      const { latencyMs = 0, bytesPerSecond } = this.#state;
      const ms = latencyMs + (bytesPerSecond === undefined ? 0 : (chunk.length * 1000) / bytesPerSecond);
      if (ms > 0) await sleep(ms);
      if (to.destroyed) return;
      if (!to.write(chunk)) await new Promise<void>((resolve) => to.once('drain', resolve).once('close', () => resolve()));
    }
    to.end();
  }
}
