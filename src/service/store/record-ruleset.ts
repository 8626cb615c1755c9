import type { Ruleset } from '../../moderation/model/ruleset.ts';
import { canonicalJson } from './canonical-json.ts';
import type { SqlSession } from './sql-pool.ts';

/** Keeps the ruleset that results are about to be made with, so that each of them can be explained later. */
export async function recordRuleset(session: SqlSession, ruleset: Ruleset): Promise<void> {
  await session.query(
    'INSERT INTO copydesk.rulesets (version, json, first_used_at) VALUES ($1, $2, now()) ON CONFLICT DO NOTHING',
    [ruleset.version, canonicalJson(ruleset)],
  );
}
