import type { SqlSession } from './sql-pool.ts';

/** A secret of the desk by its name: made by whoever first asks for it, the same for all processes from then on. */
export async function keepSecret(session: SqlSession, name: string, make: () => string): Promise<string> {
  const read = async () => {
    const { rows } = await session.query<{ secret: string }>('SELECT secret FROM copydesk.secrets WHERE name = $1', [name]);
    return rows[0]?.secret;
  };
  const known = await read();
  if (known !== undefined) return known;
  await session.query('INSERT INTO copydesk.secrets (name, secret) VALUES ($1, $2) ON CONFLICT DO NOTHING', [name, make()]);
  const made = await read();
  if (made === undefined) throw new Error(`the secret ${name} that was just made is not there`);
  return made;
}
