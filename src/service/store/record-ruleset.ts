import type { Ruleset } from '../../moderation/model/ruleset.ts';
import { canonicalJson } from './canonical-json.ts';
import type { SqlSession } from './sql-pool.ts';

/**
 * Keeps the ruleset that results are about to be made with, so that each of them can be explained later. Of one with joined rules these are kept, with
 * the version of the ruleset that they stand beside, which is kept by itself.
 */
export async function recordRuleset(session: SqlSession, ruleset: Ruleset): Promise<void> {
  const { version, joined } = ruleset;
  await session.query(
    'INSERT INTO copydesk.rulesets (version, json, first_used_at) VALUES ($1, $2, now()) ON CONFLICT DO NOTHING',
    [version, canonicalJson(joined ? { version, joined } : ruleset)],
  );
}
