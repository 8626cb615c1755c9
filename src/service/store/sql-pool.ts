/** Rows as the driver gives them: `bigint` columns are strings, `timestamptz` columns are `Date`. */
export interface SqlResult<Row> {
  readonly rows: Row[];
  readonly rowCount: number | null;
}

/** Anything that runs SQL: a pool (a session of its own for each call) or one client (always the same session). */
export interface SqlSession {
  query<Row>(text: string, params?: readonly unknown[]): Promise<SqlResult<Row>>;
}

/** One session taken out of the pool; give it back with `release`, or have it closed. */
export interface SqlClient extends SqlSession {
  release(destroy?: boolean): void;
}

export interface Notification {
  readonly channel: string;
  readonly payload?: string | undefined;
}

/** A session that tells what it hears on the channels it listens to, and that its connection is lost. */
export interface ListeningClient extends SqlClient {
  on(event: 'notification', handler: (notification: Notification) => void): unknown;
  on(event: 'error' | 'end', handler: () => void): unknown;
}

/**
 * The database behind Copydesk: `pg.Pool` on a PostgreSQL server, or the same shape over one embedded PGlite.
 * Inside a transaction use only its client: on the embedded database any other call waits for the transaction to end.
 */
export interface SqlPool extends SqlSession {
  connect(): Promise<ListeningClient>;
  end(): Promise<void>;
}
