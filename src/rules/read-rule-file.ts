import { createRequire } from 'node:module';
import { type LocatedYaml, readLocatedYaml } from './read-located-yaml.ts';
import type { RuleFile } from './rule-file-schema.ts';

// Loaded with the first ruleset, not with the library: `annotate` in itself does not need it.
const require = createRequire(import.meta.url);
const loadSchema = (): typeof import('./rule-file-schema.ts') => require('./rule-file-schema.ts');

/** A parsed file that still knows on which line each of its parts stands. */
export interface LocatedRuleFile extends LocatedYaml<RuleFile> {
  readonly file: string;
  /** `rules` in `rules/spam.yaml` belong to the family `spam`. */
  readonly family: string;
}

/** Parses and checks one file of `rules/`. Throws `RulesetError` with the file and line of the first fault. */
export function readRuleFile(file: string, yaml: string): LocatedRuleFile {
  return { file, family: file.replace(/\.ya?ml$/u, ''), ...readLocatedYaml(file, yaml, loadSchema().ruleFileSchema) };
}
