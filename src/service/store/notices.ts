import { setTimeout as sleep } from 'node:timers/promises';
import type { ListeningClient, SqlPool } from './sql-pool.ts';

/**
 * What can be listened to. `copydesk_outbox`: an article waits for the queue. `copydesk_decided`: an article has come to its outcome;
 * the payload is that of `toDecidedPayload`. `copydesk_delivery`: a decision waits to be delivered.
 */
export const CHANNELS = ['copydesk_outbox', 'copydesk_decided', 'copydesk_delivery'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Hears each notice; an empty payload on a channel that has payloads says that some may have been missed. */
export type NoticeHandler = (payload: string) => void;

/** Notices of the database. They may be lost with their connection, so whoever waits for one looks for himself from time to time. */
export interface Notices {
  /** Returns the function that ends the subscription. */
  readonly subscribe: (channel: Channel, handler: NoticeHandler) => () => void;
  /** Idempotent. */
  readonly close: () => Promise<void>;
}

const RECONNECT_MS = 1000;

/** Resolves when the connection is lost or `signal` says so. */
function untilLost(client: ListeningClient, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      // The signal outlives every connection.
      signal.removeEventListener('abort', end);
      resolve();
    };
    client.on('end', end);
    client.on('error', end);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}

class Listener implements Notices {
  readonly #pool: SqlPool;
  readonly #onError: (error: Error) => void;
  readonly #handlers = new Map<Channel, Set<NoticeHandler>>();
  readonly #stopping = new AbortController();
  #client: ListeningClient | undefined;
  #running: Promise<void> | undefined;

  constructor(pool: SqlPool, onError: (error: Error) => void) {
    this.#pool = pool;
    this.#onError = onError;
  }

  readonly subscribe = (channel: Channel, handler: NoticeHandler): (() => void) => {
    const known = this.#handlers.get(channel);
    const handlers = known ?? new Set();
    this.#handlers.set(channel, handlers.add(handler));
    // A failure ends the connection, and the next one listens to every channel.
    if (!known) void this.#client?.query(`LISTEN ${channel}`).catch(() => undefined);
    this.#running ??= this.#run();
    return () => handlers.delete(handler);
  };

  readonly close = async (): Promise<void> => {
    this.#stopping.abort();
    await this.#running;
  };

  #tell(channel: string, payload: string): void {
    const named = CHANNELS.find((name) => name === channel);
    for (const handler of (named && this.#handlers.get(named)) ?? []) handler(payload);
  }

  async #listen(): Promise<void> {
    const client = await this.#pool.connect();
    const lost = untilLost(client, this.#stopping.signal);
    try {
      client.on('notification', ({ channel, payload }) => this.#tell(channel, payload ?? ''));
      this.#client = client;
      for (const channel of this.#handlers.keys()) await client.query(`LISTEN ${channel}`);
      for (const channel of this.#handlers.keys()) this.#tell(channel, '');
      await lost;
    } finally {
      this.#client = undefined;
      client.release(true);
    }
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await this.#listen().catch(this.#onError);
      await sleep(RECONNECT_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}

/**
 * Listens on one connection of its own, from the first subscription on, and connects anew when it drops; `onError` hears of
 * connections that cannot be had.
 */
export function openNotices(pool: SqlPool, onError: (error: Error) => void): Notices {
  return new Listener(pool, onError);
}
