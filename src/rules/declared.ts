import { RulesetError } from './ruleset-error.ts';

/** Something a file declares under a name that has to be unique in the whole ruleset. */
export interface Declared<T> {
  readonly name: string;
  readonly value: T;
  readonly file: string;
  readonly line: number;
}

/** Throws `RulesetError` at the second of two declarations of one name. */
export function refuseDuplicates<T>(what: string, declared: readonly Declared<T>[]): void {
  const seen = new Map<string, Declared<T>>();
  for (const entry of declared) {
    const first = seen.get(entry.name);
    if (first)
      throw new RulesetError(entry.file, entry.line, `${what} "${entry.name}" stands already at ${first.file}:${first.line}`);
    seen.set(entry.name, entry);
  }
}

/** How faults in the names of a part are told, and the file where a missing one should stand. */
export interface NameFaults {
  readonly unknown: string;
  readonly missing: string;
  readonly file: string;
}

/** A name that nothing reads is a misspelling; one that the code misses would fail in the middle of work. */
export function checkNames<T>(declared: readonly Declared<T>[], needed: ReadonlySet<string>, faults: NameFaults): void {
  const unused = declared.find((entry) => !needed.has(entry.name));
  if (unused) throw new RulesetError(unused.file, unused.line, `${faults.unknown} "${unused.name}"`);
  const names = new Set(declared.map((entry) => entry.name));
  const missing = [...needed].find((name) => !names.has(name));
  if (missing) throw new RulesetError(faults.file, 1, `${faults.missing} "${missing}" is missing`);
}

/** Values by name, in order of name. */
export function toRecord<T>(declared: readonly Declared<T>[]): Readonly<Record<string, T>> {
  const sorted = [...declared].sort((a, b) => (a.name < b.name ? -1 : 1));
  return Object.freeze(Object.fromEntries(sorted.map((entry) => [entry.name, entry.value])));
}
