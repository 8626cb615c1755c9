import { type Config, readConfig } from '../service/config.ts';
import type { Terminal } from './command.ts';
import { toStartError } from './to-start-error.ts';

/** The settings of the environment. Throws `CliError` (78) naming each that is unknown or bad. */
export function readSettings(env: Terminal['env']): Config {
  try {
    return readConfig(env);
  } catch (error) {
    throw toStartError(error);
  }
}
