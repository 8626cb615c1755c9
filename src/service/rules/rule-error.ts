/**
 * Why an act on a rule was refused. `bad_rule`: it does not load. `no_proof`: it has no text that it must not match. `rule_state`: its state does not
 * allow the act. `rule_exists`: a live rule has the name. `too_many_rules`: the tenant has as many live ones as it may.
 */
export type RuleCode =
  | ('unknown_rule' | 'bad_rule' | 'no_proof' | 'rule_state' | 'rule_exists')
  | ('too_many_rules' | 'too_many_backtests' | 'not_allowed');

/** An act on a rule that was refused. The message may quote examples: it is for whoever acts, not for logs. */
export class RuleError extends Error {
  override readonly name = 'RuleError';
  readonly code: RuleCode;

  constructor(code: RuleCode, message: string) {
    super(message);
    this.code = code;
  }
}
