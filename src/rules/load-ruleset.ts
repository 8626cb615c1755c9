import type { Ruleset } from '../moderation/model/ruleset.ts';
import { buildRuleset } from './build-ruleset.ts';
import { readRuleFolder } from './read-rule-folder.ts';

/**
 * Loads and proves all `*.yaml` files of a folder, by default the rules shipped with Copydesk.
 * Throws `RulesetError` with file and line for the first fault: nothing is ever skipped.
 */
export function loadRuleset(folder?: string): Ruleset {
  return buildRuleset(readRuleFolder(folder));
}
