import { createRequire } from 'node:module';
import type { PhraseRule, Ruleset } from '../../moderation/model/ruleset.ts';
import { proveRule } from '../prove-rule.ts';
import { RulesetError } from '../ruleset-error.ts';
import { expandPhrase } from './expand-phrase.ts';
import type { LearnedRule } from './learned-rule-schema.ts';

// Loaded with the first learned rule, not with the library.
const require = createRequire(import.meta.url);
const loadSchema = (): typeof import('./learned-rule-schema.ts') => require('./learned-rule-schema.ts');

const FAMILY = 'learned';
/** As most rules that come with Copydesk: a person has looked at one case of it. */
const CONFIDENCE = 0.9;
/** Whether a person is concerned is for people to say: such a rule takes nothing out. */
const FLAGGED: readonly LearnedRule['kind'][] = ['personal_data', 'profanity'];

/** How much of its proof a rule must bring. */
export type RuleProof = 'whole' | 'begun' | 'checked';

const NO_EXAMPLES: PhraseRule['examples'] = { match: [], allow: [] };

/** What a learned rule does with what it finds. */
export function actionOf(kind: LearnedRule['kind']): 'removed' | 'flagged' {
  return FLAGGED.includes(kind) ? 'flagged' : 'removed';
}

/** As findings name it. */
export function nameRule({ name, version }: Pick<LearnedRule, 'name' | 'version'>): string {
  return `${FAMILY}.${name}@${version}`;
}

function check(content: unknown): LearnedRule {
  const checked = loadSchema().learnedRuleSchema.safeParse(content);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const where = issue?.path.join('.') ?? '';
  const what =
    issue?.code === 'unrecognized_keys' ? `unknown field ${issue.keys.map((key) => `"${key}"`).join(', ')}` : issue?.message;
  throw new RulesetError(FAMILY, 0, `${where === '' ? '' : `${where}: `}${what}`);
}

function toPhraseRule(rule: LearnedRule): PhraseRule {
  const { kind, message, scope, anchor, maxWords, examples } = rule;
  return {
    ...{ id: nameRule(rule), kind, message, confidence: CONFIDENCE, phrases: expandPhrase(rule.text, anchor), scope },
    ...{ action: actionOf(kind), examples, anchor, minWords: 0, maxWords, zones: ['header', 'body', 'tail'] },
  };
}

/** A phrase is what it says: a placeholder in it was not meant, or the rule is a pattern. */
function refuseForm({ form, text }: LearnedRule): void {
  if ((form === 'phrase') === text.includes('{')) {
    throw new RangeError(form === 'phrase' ? 'a phrase has no placeholder' : 'a pattern has a placeholder');
  }
}

function prove(rule: PhraseRule, ruleset: Ruleset): void {
  const [broken] = proveRule(rule, ruleset);
  if (broken) throw new RangeError(`examples.${broken.list}[${broken.index}]: ${broken.reason}`);
}

/**
 * Checks, expands and proves a learned rule on its own examples, which are texts of articles and no part of what is loaded. `proof: 'begun'` is
 * for one that has no text yet that it must not match, 'checked' for one that was proven before; its examples are not looked at.
 * Throws `RulesetError` with the reason: an unknown field, a text that would match too much or cost too much, a proof that is missing or fails.
 */
export function loadLearnedRule(content: unknown, ruleset: Ruleset, proof: RuleProof = 'whole'): PhraseRule {
  const checked = check(content);
  try {
    refuseForm(checked);
    const rule = toPhraseRule(checked);
    if (proof !== 'checked' && rule.examples.match.length === 0)
      throw new RangeError('examples.match: no text that it must match');
    if (proof === 'whole' && rule.examples.allow.length === 0) throw new RangeError('it has no text that it must not match');
    if (proof !== 'checked') prove(rule, ruleset);
    return { ...rule, examples: NO_EXAMPLES };
  } catch (error) {
    if (error instanceof RangeError) throw new RulesetError(nameRule(checked), 0, error.message);
    throw error;
  }
}
