import type { Caller } from '../access/caller.ts';
import type { Viewer } from '../delivery/viewer.ts';
import { readStandingOffers } from '../review/checks/read-standing-offers.ts';
import type { SqlSession } from '../store/sql-pool.ts';

const NOTHING: ReadonlySet<string> = new Set();

/** What a key may see: one that works on the desk sees what is held back, but nothing of what it is to look at a second time. */
export async function readViewer(session: SqlSession, { keyId, tenant, scopes }: Caller): Promise<Viewer> {
  const seesHeld = scopes.includes('review') || scopes.includes('admin');
  const isOfDesk = scopes.includes('review') && keyId !== null;
  const blindTo = isOfDesk ? await readStandingOffers(session, tenant, { id: `key:${keyId}` }) : NOTHING;
  return { seesHeld, blindTo };
}
