import { createRequire } from 'node:module';
import type { Document } from '../moderation/model/document.ts';
import type { Detection } from '../moderation/model/finding.ts';
import type { PhraseRule, Ruleset } from '../moderation/model/ruleset.ts';

// Loaded with the first example, not with the library.
const require = createRequire(import.meta.url);
const loadDetector = (): typeof import('../moderation/detect/phrase-rule.ts') => require('../moderation/detect/phrase-rule.ts');
const loadParser = (): typeof import('../moderation/parse/parse.ts') => require('../moderation/parse/parse.ts');

/** An example shows words, not a place: it is put where the rule looks, as an ordinary paragraph. */
function placeExample(text: string, rule: PhraseRule): Document {
  const document = loadParser().parse(text, { id: 'example', text });
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
  const context = { ruleset, corpus: { recurringLines: {}, articles: [] }, threshold: () => 0 };
  return loadDetector().phraseRule.detect(placeExample(text, rule), context);
}
