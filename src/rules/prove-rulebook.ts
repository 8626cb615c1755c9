import type { PhraseRule, Ruleset } from '../moderation/model/ruleset.ts';
import { matchExample } from './match-example.ts';
import { proveRule } from './prove-rule.ts';
import type { BookRule, Rulebook } from './rulebook.ts';
import { RulesetError } from './ruleset-error.ts';

/** An example of a rule that is not dealt with as it states. */
export interface FailedExample {
  /** The rule that holds the example. */
  readonly of: BookRule;
  readonly list: 'match' | 'allow';
  readonly index: number;
  readonly text: string;
  readonly reason: string;
}

export interface RulebookProof {
  readonly rules: number;
  readonly examples: number;
  /** Runs of a rule on an example. */
  readonly trials: number;
  readonly failed: readonly FailedExample[];
}

function fail(of: BookRule, list: 'match' | 'allow', index: number, reason: string): FailedExample {
  return { of, list, index, text: of.rule.examples[list][index] ?? '', reason };
}

function proveAlone(entry: BookRule, ruleset: Ruleset): readonly FailedExample[] {
  return proveRule(entry.rule, ruleset).map(({ list, index, reason }) => fail(entry, list, index, reason));
}

/** Rules loaded together may not keep each other from finding what each finds alone. */
function proveTogether(entry: BookRule, ruleset: Ruleset): readonly FailedExample[] {
  const { rule } = entry;
  return rule.examples.match.flatMap((text, index) =>
    matchExample(text, rule, ruleset).some((detection) => detection.rule === rule.id)
      ? []
      : [fail(entry, 'match', index, 'among all rules this text must match, and does not')],
  );
}

/** What one rule has to leave alone, every rule has to; each looks for it in the zone of its own. */
function proveAllowed(entry: BookRule, others: readonly PhraseRule[], ruleset: Ruleset): readonly FailedExample[] {
  return entry.rule.examples.allow.flatMap((text, index) =>
    others
      .filter((other) => other !== entry.rule)
      .filter((other) => matchExample(text, other, ruleset).some((detection) => detection.rule === other.id))
      .map((other) => fail(entry, 'allow', index, `this text must not match, and ${other.id} does`)),
  );
}

function provePart(entry: BookRule, prove: () => readonly FailedExample[]): readonly FailedExample[] {
  try {
    return prove();
  } catch (error) {
    if (error instanceof RangeError) throw new RulesetError(entry.file, entry.line, `rule ${entry.rule.id}: ${error.message}`);
    throw error;
  }
}

/**
 * Runs every example of every rule: alone, among all rules, and each `allow` against each rule. Gives all that fail.
 * Throws `RulesetError` when a phrase cannot be compiled.
 */
export function proveRulebook({ rules, ruleset }: Rulebook): RulebookProof {
  const alone = rules.flatMap((entry) => provePart(entry, () => proveAlone(entry, ruleset)));
  const isBroken = ({ of, list, index }: FailedExample): boolean =>
    alone.some((other) => other.of === of && other.list === list && other.index === index);
  const phraseRules = rules.map(({ rule }) => rule);
  const together = rules
    .flatMap((entry) => [...proveTogether(entry, ruleset), ...proveAllowed(entry, phraseRules, ruleset)])
    .filter((failed) => failed.list === 'allow' || !isBroken(failed));
  const matches = rules.reduce((sum, { rule }) => sum + rule.examples.match.length, 0);
  const allows = rules.reduce((sum, { rule }) => sum + rule.examples.allow.length, 0);
  return {
    rules: rules.length,
    examples: matches + allows,
    trials: 2 * matches + rules.length * allows,
    failed: [...alone, ...together],
  };
}
