import { type Records, releaseHeld } from '../../delivery/release-held.ts';
import type { Viewer } from '../../delivery/viewer.ts';

interface Held {
  readonly id: string;
  readonly is_due: boolean;
}

/** Those of a tenant are few: each is held for seconds. */
const HELD = `SELECT article_id AS id, due_at <= now() AS is_due FROM copydesk.deliveries WHERE tenant = $1 AND state = 'held'`;

async function readHeld({ pool, log }: Records, tenant: string): Promise<readonly Held[]> {
  const { rows } = await pool.query<Held>(HELD, [tenant]);
  if (!rows.some(({ is_due }) => is_due)) return rows;
  await releaseHeld({ pool, log }, tenant);
  return (await pool.query<Held>(HELD, [tenant])).rows;
}

/** Ids of the articles of a tenant whose decisions are not to be seen by the viewer. */
export async function readHidden(records: Records, tenant: string, { seesHeld, blindTo }: Viewer): Promise<readonly string[]> {
  const held = seesHeld ? [] : await readHeld(records, tenant);
  return [...new Set([...held.map(({ id }) => id), ...blindTo])];
}
