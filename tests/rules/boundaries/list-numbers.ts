import type { LocatedRuleFile } from '../../../src/rules/read-rule-file.ts';
import type { RuleFile } from '../../../src/rules/rule-file-schema.ts';
import { thresholdStep } from '../../../src/rules/threshold-step.ts';

type Path = readonly (string | number)[];

/** A number that rules decide by. */
export interface RuleNumber {
  /** Of a threshold its name; else who holds it and what it is: `spam.buy-now.maxWords`, `duplicate.cap`. */
  readonly name: string;
  readonly place: string;
  readonly value: number;
  readonly step: number;
  /** The files with this number at another value. */
  readonly moveTo: (value: number) => readonly LocatedRuleFile[];
}

/**
 * Numbers that are none to decide by: a version is a name, a step is for this test, and confidence only settles which of
 * two findings on the same text is the cause.
 */
const NO_LIMITS = new Set(['version', 'step', 'confidence']);
/** What a rule has that states no limit. */
const UNLIMITED: Readonly<Record<string, number>> = { minWords: 0, maxWords: 100_000 };

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function* walk(value: unknown, path: Path): Generator<{ readonly path: Path; readonly value: number }> {
  if (typeof value === 'number') yield { path, value };
  else if (Array.isArray(value)) for (const [at, member] of value.entries()) yield* walk(member, [...path, at]);
  else if (isRecord(value)) for (const [key, member] of Object.entries(value)) yield* walk(member, [...path, key]);
}

function getIn(content: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (node, key) => (isRecord(node) || Array.isArray(node) ? node[key as keyof typeof node] : undefined),
    content,
  );
}

function setIn(content: RuleFile, path: Path, value: number): RuleFile {
  const copy = structuredClone(content);
  const holder = getIn(copy, path.slice(0, -1));
  Object.assign(holder ?? {}, { [path.at(-1) ?? '']: value });
  return copy;
}

/** What the entry that holds a number is called in its list, with the family for rules. */
function nameEntry(entry: Readonly<Record<string, unknown>>, family: string): string | undefined {
  if (typeof entry.id === 'string') return `${family}.${entry.id}`;
  return [entry.name, entry.kind, entry.group, entry.rule].find((name) => typeof name === 'string');
}

function nameNumber(content: RuleFile, path: Path, family: string): string {
  const entryAt = path.findIndex((key) => typeof key === 'number');
  const entry = entryAt < 0 ? undefined : getIn(content, path.slice(0, entryAt + 1));
  const holder = isRecord(entry) ? nameEntry(entry, family) : undefined;
  const own = holder === undefined ? path : path.slice(entryAt + 1);
  return [...(holder === undefined ? [] : [holder]), ...own.filter((key) => key !== 'where' && key !== 'value')].join('.');
}

function toNumber(files: readonly LocatedRuleFile[], file: LocatedRuleFile, path: Path, value: number): RuleNumber {
  const entry = getIn(file.content, path.slice(0, -1));
  const step = isRecord(entry) && typeof entry.step === 'number' ? entry.step : undefined;
  return {
    name: nameNumber(file.content, path, file.family),
    place: `rules/${file.file}:${file.lineOf(path)}`,
    value,
    step: thresholdStep({ value, step }),
    moveTo: (to) => files.map((other) => (other === file ? { ...file, content: setIn(file.content, path, to) } : other)),
  };
}

/** Every number in the files that rules decide by, found by walking them: a new kind of number is seen without being told. */
export function listNumbers(files: readonly LocatedRuleFile[]): readonly RuleNumber[] {
  return files.flatMap((file) =>
    [...walk(file.content, [])]
      .filter(({ path, value }) => {
        const key = String(path.at(-1));
        return !NO_LIMITS.has(key) && UNLIMITED[key] !== value;
      })
      .map(({ path, value }) => toNumber(files, file, path, value)),
  );
}
