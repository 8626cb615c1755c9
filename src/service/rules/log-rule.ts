import type { Person } from '../review/person.ts';
import type { Log } from '../telemetry/open-log.ts';
import { startSpan } from '../telemetry/trace.ts';
import type { RuleEventName } from './rule-event.ts';
import type { StoredRule } from './stored-rule.ts';

/** Writes a line for what was done with a rule, when it is committed. */
export function logRule(log: Log, { id: person }: Person, { tenant, id }: StoredRule, event: RuleEventName): void {
  log(event, { tenant, rule: id, person }, startSpan());
}
