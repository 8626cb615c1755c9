import { phraseRule } from '../moderation/detect/phrase-rule.ts';
import type { Document } from '../moderation/model/document.ts';
import type { PhraseRule, Ruleset } from '../moderation/model/ruleset.ts';
import { parse } from '../moderation/parse/parse.ts';

/** An example that a rule does not hold to. */
export interface BrokenProof {
  readonly list: 'match' | 'allow';
  readonly index: number;
  readonly reason: string;
}

/** An example shows words, not a place: it is put where the rule looks, as an ordinary paragraph. */
function placeExample(text: string, rule: PhraseRule): Document {
  const document = parse(text, { id: 'example', text });
  const zone = rule.zones[0] ?? 'body';
  const blocks = document.blocks.map((block) => ({
    ...block,
    zone,
    role: block.role === 'title' ? ('paragraph' as const) : block.role,
  }));
  return { ...document, blocks };
}

/** Runs a rule on its own examples; the first that fails, or nothing. Throws `RangeError` when a phrase cannot be compiled. */
export function proveRule(rule: PhraseRule, ruleset: Ruleset): BrokenProof | undefined {
  const alone: Ruleset = { ...ruleset, phraseRules: [rule] };
  const context = { ruleset: alone, corpus: { recurringLines: {} }, threshold: () => 0 };
  const matches = (text: string): boolean => phraseRule.detect(placeExample(text, rule), context).length > 0;
  const unmatched = rule.examples.match.findIndex((text) => !matches(text));
  if (unmatched >= 0) return { list: 'match', index: unmatched, reason: 'this text must match, and does not' };
  const matched = rule.examples.allow.findIndex(matches);
  return matched >= 0 ? { list: 'allow', index: matched, reason: 'this text must not match, and does' } : undefined;
}
