import { createRequire } from 'node:module';
import type { LineCounter, Document as YamlDocument } from 'yaml';
import type { core, z } from 'zod';
import { describeWant } from '../faults/describe-want.ts';
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
  if (issue.code === 'unrecognized_keys') return `${describeWant(issue)}${at ? ` in ${at}` : ''}`;
  return `${at ? `${at}: ` : ''}${describeWant(issue)}`;
}

/** Line of the first alias, as `*a`, and its name. An alias can make a small file endless, so none is followed. */
function findAlias(document: YamlDocument, lines: LineCounter): { readonly line: number; readonly name: string } | undefined {
  let found: { readonly line: number; readonly name: string } | undefined;
  loadYaml().visit(document, {
    Alias: (_, { range, source }) => {
      found = { line: range ? lines.linePos(range[0]).line : 1, name: source };
      return loadYaml().visit.BREAK;
    },
  });
  return found;
}

/** The document as data, or the fault that the parser threw in place of telling it, such as one of nesting too deep. */
function toData(file: string, document: YamlDocument): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    throw new RulesetError(file, 1, error instanceof Error ? error.message : String(error));
  }
}

/** Parses a YAML text and checks it. Throws `RulesetError` with the file and line of the first fault. */
export function readLocatedYaml<T>(file: string, yaml: string, schema: z.ZodType<T>): LocatedYaml<T> {
  const { LineCounter, parseDocument } = loadYaml();
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, strict: true, uniqueKeys: true });
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault) throw new RulesetError(file, fault.linePos?.[0].line ?? 1, fault.message.split('\n')[0] ?? 'not YAML');
  const alias = findAlias(document, lines);
  if (alias) throw new RulesetError(file, alias.line, `an alias ("*${alias.name}") is not read: write out what it stands for`);
  const checked = schema.safeParse(toData(file, document));
  const lineOf = (path: Path): number => locate(document, lines, path);
  if (checked.success) return { content: checked.data, lineOf };
  const issue = checked.error.issues[0];
  throw new RulesetError(file, issue ? lineOf(pathOf(issue)) : 1, issue ? describe(issue) : 'invalid');
}
