import { phraseRule } from '../moderation/detect/phrase-rule.ts';
import type { Document } from '../moderation/model/document.ts';
import type { Detection } from '../moderation/model/finding.ts';
import type { PhraseRule, Ruleset } from '../moderation/model/ruleset.ts';
import { parse } from '../moderation/parse/parse.ts';

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

/**
 * What the phrase rules of a ruleset find in a text that stands, as an ordinary paragraph, in the zone where `rule` looks.
 * Throws `RangeError` when a phrase cannot be compiled.
 */
export function matchExample(text: string, rule: PhraseRule, ruleset: Ruleset): readonly Detection[] {
  const context = { ruleset, corpus: { recurringLines: {} }, threshold: () => 0 };
  return phraseRule.detect(placeExample(text, rule), context);
}
