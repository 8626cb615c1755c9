import { type EntityRecogniser, loadRecogniser } from '../index.ts';
import { chooseEntities } from './choose-entities.ts';
import type { Terminal } from './command.ts';
import { toStartError } from './to-start-error.ts';

/**
 * The recogniser of names in `folder`, or in the folder that COPYDESK_ENTITIES names; undefined for the built-in one.
 * Throws `CliError` for one that does not load.
 */
export async function loadEntities(folder: string | undefined, env: Terminal['env']): Promise<EntityRecogniser | undefined> {
  const chosen = chooseEntities(folder, env);
  if (chosen === undefined) return undefined;
  try {
    return await loadRecogniser(chosen);
  } catch (error) {
    throw toStartError(error);
  }
}
