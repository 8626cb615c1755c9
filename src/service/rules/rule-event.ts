/** A person acts on a rule; `sha256`: of its content, as hexadecimal digits, as it stood then. */
interface Acted {
  /** The person's id. */
  readonly by: string;
  readonly sha256: string;
}

/** What happened to a rule that people learned. Events are appended to the log of their tenant, never changed; none holds a text. */
export type RuleEvent =
  | { readonly name: 'rule.proposed'; readonly data: Acted }
  /** From now on it is counted in new articles and changes nothing. */
  | { readonly name: 'rule.shadowed'; readonly data: Acted }
  /** It is part of the tenant's ruleset. */
  | { readonly name: 'rule.activated'; readonly data: Acted }
  /** It is no part of anything any more; a rule of its name is a new one. */
  | { readonly name: 'rule.retired'; readonly data: Acted };

export type RuleEventName = RuleEvent['name'];
