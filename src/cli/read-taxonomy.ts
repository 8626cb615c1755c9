import { loadTaxonomy, type Ruleset, type Taxonomy } from '../index.ts';
import type { Terminal } from './command.ts';
import { toStartError } from './to-start-error.ts';

/** The publisher's own topics, of `path` or of the file that COPYDESK_TOPICS names; nothing for IPTC Media Topics. Throws `CliError` (78) with file and line for topics that do not load. */
export function readTaxonomy(path: string | undefined, env: Terminal['env'], ruleset: Ruleset): Taxonomy | undefined {
  const file = path ?? (env.COPYDESK_TOPICS || undefined);
  try {
    return file === undefined ? undefined : loadTaxonomy(file, ruleset);
  } catch (error) {
    throw toStartError(error);
  }
}
