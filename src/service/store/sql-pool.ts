/** Rows as the driver gives them: `bigint` columns are strings, `timestamptz` columns are `Date`. */
export interface SqlResult<Row> {
  readonly rows: Row[];
  readonly rowCount: number | null;
}

/** Anything that runs SQL: a pool (a session of its own for each call) or one client (always the same session). */
export interface SqlSession {
  query<Row>(text: string, params?: readonly unknown[]): Promise<SqlResult<Row>>;
}

/** One session taken out of the pool; give it back with `release`. */
export interface SqlClient extends SqlSession {
  release(destroy?: boolean): void;
}

/**
 * The database behind Copydesk: `pg.Pool` on a PostgreSQL server, or the same shape over one embedded PGlite.
 * Inside a transaction use only its client: on the embedded database any other call waits for the transaction to end.
 */
export interface SqlPool extends SqlSession {
  connect(): Promise<SqlClient>;
  end(): Promise<void>;
}
