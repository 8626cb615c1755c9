import { createRequire } from 'node:module';
import type { LineCounter, Document as YamlDocument } from 'yaml';
import type { core } from 'zod';
import type { RuleFile } from './rule-file-schema.ts';
import { RulesetError } from './ruleset-error.ts';

// Loaded with the first ruleset, not with the library: `annotate` needs neither.
const require = createRequire(import.meta.url);
const loadYaml = (): typeof import('yaml') => require('yaml');
const loadSchema = (): typeof import('./rule-file-schema.ts') => require('./rule-file-schema.ts');

type Path = readonly (string | number)[];

/** A parsed file that still knows on which line each of its parts stands. */
export interface LocatedRuleFile {
  readonly file: string;
  /** `rules` in `rules/spam.yaml` belong to the family `spam`. */
  readonly family: string;
  readonly content: RuleFile;
  /** Line, counted from 1, of the node at a path such as `['rules', 3, 'id']`. */
  readonly lineOf: (path: Path) => number;
}

function locate(document: YamlDocument, lines: LineCounter, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (loadYaml().isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function pathOf(issue: core.$ZodIssue): Path {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  return unknown === undefined ? path : [...path, unknown];
}

function describe(issue: core.$ZodIssue): string {
  const at = issue.path.filter((part) => typeof part !== 'number').join('.');
  if (issue.code === 'unrecognized_keys')
    return `unknown field ${issue.keys.map((key) => `"${key}"`).join(', ')}${at ? ` in ${at}` : ''}`;
  return `${at ? `${at}: ` : ''}${issue.message}`;
}

/** Parses and checks one file of `rules/`. Throws `RulesetError` with the file and line of the first fault. */
export function readRuleFile(file: string, yaml: string): LocatedRuleFile {
  const { LineCounter, parseDocument } = loadYaml();
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, strict: true, uniqueKeys: true });
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault) throw new RulesetError(file, fault.linePos?.[0].line ?? 1, fault.message.split('\n')[0] ?? 'not YAML');
  const checked = loadSchema().ruleFileSchema.safeParse(document.toJS({ maxAliasCount: 0 }));
  const lineOf = (path: Path): number => locate(document, lines, path);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    throw new RulesetError(file, issue ? lineOf(pathOf(issue)) : 1, issue ? describe(issue) : 'invalid');
  }
  return { file, family: file.replace(/\.ya?ml$/u, ''), content: checked.data, lineOf };
}
