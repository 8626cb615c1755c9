import { EventEmitter } from 'node:events';
import type { PGliteInterface, Results } from '@electric-sql/pglite';
import type { SessionLock } from './session-lock.ts';
import type { ListeningClient, SqlResult } from './sql-pool.ts';

const BEGIN = /^\s*(?:BEGIN|START TRANSACTION)\b/iu;
const END = /^\s*(?:COMMIT|ROLLBACK|END|ABORT)\b(?!\s+TO\b)/iu;
/** BullMQ's statements begin with lines of comment. */
const COMMENT = /^\s*--[^\n]*\n/u;
const LISTEN = /^\s*(UN)?LISTEN\s+"?([\w*]+)"?/iu;

/**
 * One client of the embedded pool. PGlite has a single session, so a client that begins a transaction holds the session
 * until it ends it; LISTEN goes to PGlite's own listener and comes back as `notification`, as `pg` does it.
 */
export class EmbeddedClient extends EventEmitter implements ListeningClient {
  readonly #database: PGliteInterface;
  readonly #lock: SessionLock;
  readonly #channels = new Map<string, () => Promise<void>>();
  #giveBack: (() => void) | undefined;

  constructor(database: PGliteInterface, lock: SessionLock) {
    super();
    this.#database = database;
    this.#lock = lock;
    this.setMaxListeners(0);
  }

  async query<Row>(text: string, params?: readonly unknown[]): Promise<SqlResult<Row>> {
    const listen = LISTEN.exec(skipComments(text));
    if (listen) return this.#subscribe(listen[2] ?? '', listen[1] === undefined);
    if (this.#giveBack) return this.#runHolding(text, params);
    const giveBack = await this.#lock.acquire();
    if (!BEGIN.test(text)) return this.#run<Row>(text, params).finally(giveBack);
    this.#giveBack = giveBack;
    return this.#run(text, params);
  }

  /** Ends what the holder left open: a session never goes back in the middle of a transaction. */
  release(): void {
    if (this.#giveBack) void this.query('ROLLBACK').catch(() => this.#letGo());
    for (const stop of this.#channels.values()) void stop().catch(() => undefined);
    this.#channels.clear();
  }

  #runHolding<Row>(text: string, params?: readonly unknown[]): Promise<SqlResult<Row>> {
    if (!END.test(text)) return this.#run(text, params);
    return this.#run<Row>(text, params).finally(() => this.#letGo());
  }

  #letGo(): void {
    this.#giveBack?.();
    this.#giveBack = undefined;
  }

  /** Without parameters a text may hold several statements, and the last result counts, as in `pg`'s simple protocol. */
  async #run<Row>(text: string, params?: readonly unknown[]): Promise<SqlResult<Row>> {
    const results: Results<Row> | undefined =
      params === undefined ? lastOf<Row>(await this.#database.exec(text)) : await this.#database.query<Row>(text, [...params]);
    const rows = results?.rows ?? [];
    return { rows, rowCount: rows.length > 0 ? rows.length : (results?.affectedRows ?? 0) };
  }

  async #subscribe<Row>(channel: string, on: boolean): Promise<SqlResult<Row>> {
    const giveBack = this.#giveBack ? undefined : await this.#lock.acquire();
    try {
      const stop = this.#channels.get(channel);
      this.#channels.delete(channel);
      await stop?.();
      if (on) {
        const notify = (payload: string) => this.emit('notification', { channel, payload });
        this.#channels.set(channel, await this.#database.listen(channel, notify));
      }
    } finally {
      giveBack?.();
    }
    return { rows: [], rowCount: 0 };
  }
}

function skipComments(text: string): string {
  let rest = text;
  for (let comment = COMMENT.exec(rest); comment; comment = COMMENT.exec(rest)) rest = rest.slice(comment[0].length);
  return rest;
}

function lastOf<Row>(results: Results[]): Results<Row> | undefined {
  // PGlite types `exec` without a row type.
  return results.at(-1) as Results<Row> | undefined;
}
