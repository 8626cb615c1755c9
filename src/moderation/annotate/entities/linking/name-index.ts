import { listAcronyms } from './list-acronyms.ts';
import { listNearSpellings } from './list-near-spellings.ts';
import { listShortNames, type ShortKind } from './list-short-names.ts';
import type { NameForm } from './name-form.ts';
import { trimByname } from './trim-byname.ts';

/** A full form that a short name may stand for, and how. */
export interface Candidate {
  readonly full: NameForm;
  readonly kind: ShortKind;
}

/** Full forms by what they may be called. */
export interface NameIndex {
  readonly shortNames: ReadonlyMap<string, readonly Candidate[]>;
  /** By letters in lower case. */
  readonly acronyms: ReadonlyMap<string, readonly NameForm[]>;
  /** Persons with a given name, by their surname. */
  readonly persons: ReadonlyMap<string, readonly NameForm[]>;
  /** Persons by the keys of their names that stand behind a title. */
  readonly titled: ReadonlyMap<string, readonly NameForm[]>;
  /** By the keys of `listNearSpellings`. */
  readonly nearSpellings: ReadonlyMap<string, readonly NameForm[]>;
}

/** Most full forms that are kept for one short name; what has more bearers says nothing. */
export const MAX_BEARERS = 64;

function add<T>(index: Map<string, T[]>, key: string, entry: T): void {
  const known = index.get(key);
  if (!known) index.set(key, [entry]);
  else if (known.length <= MAX_BEARERS) known.push(entry);
}

/** Indexes all forms of several words, and those behind titles. Linear in their number. */
export function indexNames(forms: readonly NameForm[]): NameIndex {
  const shortNames = new Map<string, Candidate[]>();
  const acronyms = new Map<string, NameForm[]>();
  const persons = new Map<string, NameForm[]>();
  const titled = new Map<string, NameForm[]>();
  const nearSpellings = new Map<string, NameForm[]>();
  for (const full of forms) {
    for (const { key, kind } of listShortNames(full)) add(shortNames, key, { full, kind });
    for (const letters of listAcronyms(full)) add(acronyms, letters, full);
    for (const key of listNearSpellings(full)) add(nearSpellings, key, full);
    const plain = full.type === 'PER' ? trimByname(full.words) : [];
    if (full.titledMentions > 0) add(titled, full.key, full);
    if (plain.length > 1) add(persons, plain.at(-1) ?? '', full);
  }
  return { shortNames, acronyms, persons, titled, nearSpellings };
}
