import { loadTaxonomy, type Taxonomy } from '../index.ts';
import { toStartError } from './to-start-error.ts';

/** The publisher's own topics. Throws `CliError` (78) with file and line for topics that do not load. */
export function readTaxonomy(path: string): Taxonomy {
  try {
    return loadTaxonomy(path);
  } catch (error) {
    throw toStartError(error);
  }
}
