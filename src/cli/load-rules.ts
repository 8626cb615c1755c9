import { loadRuleset, type Ruleset } from '../index.ts';
import type { Terminal } from './command.ts';
import { readSettings } from './read-settings.ts';
import { toStartError } from './to-start-error.ts';

/** Commands that need neither store nor queue do not look at the addresses of those. */
function ownSettings(env: Terminal['env']): Terminal['env'] {
  return Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith('COPYDESK_')));
}

/**
 * The rules of `folder`, or of the folder that COPYDESK_RULES names, or those shipped. Throws `CliError` for rules that do
 * not load and for a setting of ours that is unknown or bad.
 */
export function loadRules(folder: string | undefined, env: Terminal['env']): Ruleset {
  const { rulesFolder } = readSettings(ownSettings(env));
  try {
    return loadRuleset(folder ?? rulesFolder);
  } catch (error) {
    throw toStartError(error);
  }
}
