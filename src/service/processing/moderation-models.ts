import { loadRecogniser, loadRuleset, loadTaxonomy, type Ruleset, type Taxonomy } from '../../index.ts';
import type { Config } from '../config.ts';

/** A folder of a recogniser of names. */
export interface EntitiesFolder {
  readonly path: string;
  /** What the process found there, as `EntityRecogniser.name` says it; `undefined` when it did not look. */
  readonly name: string | undefined;
}

/**
 * What a process moderates with. It is read once, and every thread gets it from here: a thread that takes the place of a dead one has the same,
 * whatever the files say by then. A recogniser is too large to be handed over; only its name is.
 */
export interface ModerationModels {
  readonly ruleset: Ruleset;
  readonly taxonomy: Taxonomy | undefined;
  readonly entities: EntitiesFolder | undefined;
}

/** Reads the models of a process; `tries` the recogniser too, so that a bad folder stops the start and not the articles. */
export async function loadModerationModels(config: Config, tries: boolean): Promise<ModerationModels> {
  const { rulesFolder, topicsFile, entitiesFolder: path } = config;
  const ruleset = loadRuleset(rulesFolder);
  const taxonomy = topicsFile === undefined ? undefined : loadTaxonomy(topicsFile, ruleset);
  if (path === undefined) return { ruleset, taxonomy, entities: undefined };
  return { ruleset, taxonomy, entities: { path, name: tries ? (await loadRecogniser(path)).name : undefined } };
}
