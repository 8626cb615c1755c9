import { CliError, EXIT } from './cli-error.ts';
import type { Terminal } from './command.ts';

/** The folder of a recogniser of names: `folder`, or the one that COPYDESK_ENTITIES names; undefined for the built-in one. */
export function chooseEntities(folder: string | undefined, env: Terminal['env']): string | undefined {
  if (folder === '') throw new CliError('--entities needs a folder', EXIT.usage);
  return folder ?? (env.COPYDESK_ENTITIES || undefined);
}
