import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { joinRules, loadLearnedRule, nameRule, type Ruleset, RulesetError } from '../../index.ts';
import type { PhraseRule } from '../../moderation/model/ruleset.ts';
import { recordRuleset } from '../store/record-ruleset.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import { errorCode } from '../telemetry/error-code.ts';
import type { Log } from '../telemetry/open-log.ts';
import { startSpan } from '../telemetry/trace.ts';
import { shareText } from './share-text.ts';
import { RULE_COLUMNS, type RuleRow, type StoredRule, toStoredRule } from './stored-rule.ts';
import type { WorkRules } from './work-rules.ts';

/** The rules that tenants have learned, for those who moderate in this process. */
export interface RuleKeeper {
  /**
   * The rules of a tenant whose log had this head a moment ago, or newer ones; `undefined` when nothing is active or in shadow. Read once and
   * remembered: a change of the rules is a new head.
   */
  readonly read: (tenant: string, head: string) => Promise<WorkRules | undefined>;
  /** The rules of now. */
  readonly readNow: (tenant: string) => Promise<WorkRules | undefined>;
}

/** Tenants whose rules are remembered, those used last; of each the rules of one head. */
const MOST = 200;

interface Known {
  readonly head: string;
  readonly reading: Promise<WorkRules | undefined>;
}

interface Loaded {
  readonly stored: StoredRule;
  readonly rule: PhraseRule;
}

type Row = Partial<RuleRow> & { readonly rules_head: string };

const READ = `SELECT t.rules_head, ${RULE_COLUMNS} FROM copydesk.tenants t
    LEFT JOIN copydesk.learned_rules r ON r.tenant = t.id AND r.state IN ('shadow', 'active')
   WHERE t.id = $1 ORDER BY r.name`;

function isWholeRow(row: Row): row is RuleRow & Row {
  return typeof row.id === 'string';
}

class Keeper implements RuleKeeper {
  readonly #pool: SqlPool;
  readonly #ruleset: Ruleset;
  readonly #log: Log;
  readonly #known = new Map<string, Known>();
  #isRecorded = false;

  constructor(pool: SqlPool, ruleset: Ruleset, log: Log) {
    this.#pool = pool;
    this.#ruleset = ruleset;
    this.#log = log;
  }

  readonly read = (tenant: string, head: string): Promise<WorkRules | undefined> => {
    if (head === '') return Promise.resolve(undefined);
    const last = this.#known.get(tenant);
    const isKnown = last?.head === head;
    const known = isKnown ? last : { head, reading: this.#read(tenant) };
    this.#known.delete(tenant);
    this.#known.set(tenant, known);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST && oldest !== undefined) this.#known.delete(oldest);
    // A failure is not remembered.
    if (!isKnown) known.reading.catch(() => this.#known.get(tenant) === known && this.#known.delete(tenant));
    return known.reading;
  };

  readonly readNow = async (tenant: string): Promise<WorkRules | undefined> => {
    const { rows } = await this.#pool.query<{ head: string }>('SELECT rules_head AS head FROM copydesk.tenants WHERE id = $1', [
      tenant,
    ]);
    return this.read(tenant, rows[0]?.head ?? '');
  };

  #hasName({ id }: PhraseRule): boolean {
    const prefix = id.slice(0, id.indexOf('@') + 1);
    return this.#ruleset.phraseRules.some((rule) => rule.id.startsWith(prefix));
  }

  /** A rule that no longer loads, since the rules of the operator have changed, is left out and told; it stops nobody. */
  async #load(row: RuleRow): Promise<Loaded | undefined> {
    await yieldToOthers();
    try {
      const stored = toStoredRule(row);
      const rule = loadLearnedRule(stored.rule, this.#ruleset, 'checked');
      if (this.#hasName(rule)) throw new RulesetError(rule.id, 0, 'a rule of the operator has the name');
      return { stored, rule };
    } catch (error) {
      this.#log('rule.refused', { tenant: row.tenant, rule: row.id, code: errorCode(error) }, startSpan());
      return undefined;
    }
  }

  /** The ruleset without what was learned is named by the other. */
  async #record(active: readonly PhraseRule[]): Promise<void> {
    if (!this.#isRecorded) await recordRuleset(this.#pool, this.#ruleset);
    this.#isRecorded = true;
    await recordRuleset(this.#pool, joinRules(this.#ruleset, active));
  }

  async #read(tenant: string): Promise<WorkRules | undefined> {
    const { rows } = await this.#pool.query<Row>(READ, [tenant]);
    const loaded: Loaded[] = [];
    for (const row of rows.filter(isWholeRow)) {
      const one = await this.#load(row);
      if (one) loaded.push(one);
    }
    const inState = (state: StoredRule['state']) => loaded.flatMap(({ stored, rule }) => (stored.state === state ? [rule] : []));
    const learned = { active: inState('active'), shadow: inState('shadow') };
    if (loaded.length === 0) return undefined;
    if (learned.active.length > 0) await this.#record(learned.active);
    const ids = new Map(loaded.map(({ stored }) => [nameRule(stored.rule), stored.id]));
    return {
      head: rows[0]?.rules_head ?? '',
      json: shareText(JSON.stringify(learned)),
      hasShadow: learned.shadow.length > 0,
      ids,
    };
  }
}

/** Keeps the rules that tenants have learned beside the ruleset of the process. */
export function createRuleKeeper(pool: SqlPool, ruleset: Ruleset, log: Log): RuleKeeper {
  return new Keeper(pool, ruleset, log);
}
