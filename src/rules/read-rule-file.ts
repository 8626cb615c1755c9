import { type LocatedYaml, readLocatedYaml } from './read-located-yaml.ts';
import { type RuleFile, ruleFileSchema } from './rule-file-schema.ts';

/** A parsed file that still knows on which line each of its parts stands. */
export interface LocatedRuleFile extends LocatedYaml<RuleFile> {
  readonly file: string;
  /** `rules` in `rules/spam.yaml` belong to the family `spam`. */
  readonly family: string;
}

/** Parses and checks one file of `rules/`. Throws `RulesetError` with the file and line of the first fault. */
export function readRuleFile(file: string, yaml: string): LocatedRuleFile {
  return { file, family: file.replace(/\.ya?ml$/u, ''), ...readLocatedYaml(file, yaml, ruleFileSchema) };
}
