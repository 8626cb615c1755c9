import { inTransaction } from '../store/in-transaction.ts';
import type { SqlPool, SqlSession } from '../store/sql-pool.ts';
import { hashRuleEvent } from './hash-rule-event.ts';
import { RuleError } from './rule-error.ts';
import type { RuleEvent } from './rule-event.ts';
import type { ExampleOrigin } from './write-examples.ts';

/** The rules of a tenant, which nobody else changes meanwhile. */
export interface ActingOnRules {
  readonly session: SqlSession;
  readonly tenant: string;
  readonly now: Date;
  /** Whether the content of the article that was asked about is gone; otherwise it does not go meanwhile. */
  readonly isPurged: boolean;
  /** Appends an event about a rule to the log. */
  readonly append: (rule: string, event: RuleEvent) => Promise<void>;
}

// The head of the log is what workers look at, so it changes in the statement that appends.
const APPEND = `WITH moved AS (UPDATE copydesk.tenants SET rules_version = $2, rules_head = $7 WHERE id = $1 RETURNING id)
  INSERT INTO copydesk.rule_events (tenant, number, rule, name, time, data, hash) SELECT id, $2, $3, $4, $5, $6, $7 FROM moved`;

async function holdContent(session: SqlSession, tenant: string, { articleId, revision }: ExampleOrigin): Promise<boolean> {
  const { rows } = await session.query<{ purged: boolean }>(
    'SELECT purged FROM copydesk.articles WHERE tenant = $1 AND article_id = $2 AND revision = $3 FOR SHARE',
    [tenant, articleId, revision],
  );
  return rows[0]?.purged ?? false;
}

/** Runs an act on a tenant's rules in one transaction, one act at a time. `about`: an article whose text is kept with a rule. */
export function inRules<T>(
  pool: SqlPool,
  tenant: string,
  act: (acting: ActingOnRules) => Promise<T>,
  about?: ExampleOrigin,
): Promise<T> {
  return inTransaction(pool, async (session) => {
    // Articles are always held before tenants.
    const isPurged = about !== undefined && (await holdContent(session, tenant, about));
    // Only the key of the row is looked at by those who take articles in: they do not wait.
    const { rows } = await session.query<{ version: number; head: string }>(
      'SELECT rules_version AS version, rules_head AS head FROM copydesk.tenants WHERE id = $1 FOR NO KEY UPDATE',
      [tenant],
    );
    if (!rows[0]) throw new RuleError('unknown_rule', 'there is no such tenant');
    let { version, head } = rows[0];
    const now = new Date();
    const append = async (rule: string, event: RuleEvent): Promise<void> => {
      version++;
      head = hashRuleEvent(head, tenant, { event, rule, number: version, time: now });
      await session.query(APPEND, [tenant, version, rule, event.name, now, JSON.stringify(event.data), head]);
    };
    return act({ session, tenant, now, isPurged, append });
  });
}
