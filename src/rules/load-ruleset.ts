import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Ruleset } from '../moderation/model/ruleset.ts';
import { buildRuleset } from './build-ruleset.ts';
import { readRuleFile } from './read-rule-file.ts';
import { RulesetError } from './ruleset-error.ts';

const SHIPPED = fileURLToPath(new URL('../../rules/', import.meta.url));

function listRuleFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((file) => /\.ya?ml$/u.test(file))
      .sort();
  } catch {
    throw new RulesetError(folder, 0, 'the rules folder cannot be read');
  }
}

/**
 * Loads and proves all `*.yaml` files of a folder, by default the rules shipped with Copydesk.
 * Throws `RulesetError` with file and line for the first fault: nothing is ever skipped.
 */
export function loadRuleset(folder: string = SHIPPED): Ruleset {
  const files = listRuleFiles(folder);
  if (files.length === 0) throw new RulesetError(folder, 0, 'the rules folder holds no .yaml file');
  return buildRuleset(files.map((file) => readRuleFile(file, readFileSync(join(folder, file), 'utf8'))));
}
