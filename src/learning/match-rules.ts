import { phraseRule } from '../moderation/detect/phrase-rule.ts';
import type { Document } from '../moderation/model/document.ts';
import type { Detection } from '../moderation/model/finding.ts';
import type { PhraseRule, Ruleset } from '../moderation/model/ruleset.ts';
import { keepOnly } from '../rules/keep-only.ts';

// A memo of a pure function: rules that are tried on many articles are compiled once.
const alone = new WeakMap<readonly PhraseRule[], Ruleset>();

function standAlone(rules: readonly PhraseRule[], ruleset: Ruleset): Ruleset {
  const made = alone.get(rules) ?? keepOnly(ruleset, rules);
  alone.set(rules, made);
  return made;
}

/** What phrase rules find in a document, each as if it were there alone; spans index the document. */
export function matchRules(document: Document, rules: readonly PhraseRule[], ruleset: Ruleset): readonly Detection[] {
  const context = { ruleset: standAlone(rules, ruleset), corpus: { recurringLines: {}, articles: [] }, threshold: () => 0 };
  return phraseRule.detect(document, context);
}
