import pg from 'pg';

/** Whatever takes longer counts as no answer; a probe must not pile up on a database that hangs. */
const ANSWER_MS = 4000;

/**
 * Seconds since the last sign of life of a process that plays the role on this host, by the database's clock; `undefined` when none has
 * been seen. Rejects with the database's own error.
 */
export async function readHeartbeat(databaseUrl: string, role: string, host: string): Promise<number | undefined> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: ANSWER_MS,
    query_timeout: ANSWER_MS,
    application_name: 'copydesk health',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ age: number | null }>(
      `SELECT extract(epoch FROM now() - max(seen_at))::float8 AS age FROM copydesk.processes
        WHERE $1 = ANY(roles) AND split_part(id, '/', 1) = $2`,
      [role, host],
    );
    return rows[0]?.age ?? undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}
