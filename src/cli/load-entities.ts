import { type EntityRecogniser, loadRecogniser } from '../index.ts';
import { CliError, EXIT } from './cli-error.ts';
import type { Terminal } from './command.ts';
import { toStartError } from './to-start-error.ts';

/**
 * The recogniser of names in `folder`, or in the folder that COPYDESK_ENTITIES names; undefined for the built-in one.
 * Throws `CliError` for one that does not load.
 */
export async function loadEntities(folder: string | undefined, env: Terminal['env']): Promise<EntityRecogniser | undefined> {
  if (folder === '') throw new CliError('--entities needs a folder', EXIT.usage);
  const chosen = folder ?? (env.COPYDESK_ENTITIES || undefined);
  if (chosen === undefined) return undefined;
  try {
    return await loadRecogniser(chosen);
  } catch (error) {
    throw toStartError(error);
  }
}
