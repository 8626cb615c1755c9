import { type Rulebook, readRulebook } from '../../index.ts';
import { toStartError } from '../to-start-error.ts';

/** The rules of a folder, or those shipped. Throws `CliError` (78) with file and line when they make no ruleset. */
export function openRulebook(folder: string | undefined): Rulebook {
  try {
    return readRulebook(folder);
  } catch (error) {
    throw toStartError(error);
  }
}
