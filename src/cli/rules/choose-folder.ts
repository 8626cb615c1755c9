import { CliError, EXIT } from '../cli-error.ts';
import type { Terminal } from '../command.ts';

/** Stands for the folder that comes with Copydesk, wherever that lies. */
const SHIPPED = 'shipped';

/** The rules folder that is meant: as named, else as set, else (nothing) the rules shipped. Throws `CliError` (64). */
export function chooseFolder(named: string | undefined, terminal: Terminal): string | undefined {
  if (named === '') throw new CliError('a rules folder has an empty name', EXIT.usage);
  if (named === SHIPPED) return undefined;
  return named ?? (terminal.env.COPYDESK_RULES || undefined);
}
