import { createRequire } from 'node:module';
import type { LineCounter, Document as YamlDocument } from 'yaml';
import type { core, z } from 'zod';
import { RulesetError } from './ruleset-error.ts';

// Loaded with the first file, not with the library.
const require = createRequire(import.meta.url);
const loadYaml = (): typeof import('yaml') => require('yaml');

type Path = readonly (string | number)[];

/** Checked content that still knows on which line each of its parts stands. */
export interface LocatedYaml<T> {
  readonly content: T;
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

/** Parses a YAML text and checks it. Throws `RulesetError` with the file and line of the first fault. */
export function readLocatedYaml<T>(file: string, yaml: string, schema: z.ZodType<T>): LocatedYaml<T> {
  const { LineCounter, parseDocument } = loadYaml();
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, strict: true, uniqueKeys: true });
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault) throw new RulesetError(file, fault.linePos?.[0].line ?? 1, fault.message.split('\n')[0] ?? 'not YAML');
  const checked = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
  const lineOf = (path: Path): number => locate(document, lines, path);
  if (checked.success) return { content: checked.data, lineOf };
  const issue = checked.error.issues[0];
  throw new RulesetError(file, issue ? lineOf(pathOf(issue)) : 1, issue ? describe(issue) : 'invalid');
}
