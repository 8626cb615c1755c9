import { isGivenShort } from './is-given-short.ts';
import { SHORT_KINDS } from './list-short-names.ts';
import { mayStandFor } from './may-stand-for.ts';
import type { NameForm } from './name-form.ts';
import { MAX_BEARERS, type NameIndex } from './name-index.ts';
import { spellsName } from './spells-name.ts';

const LOWER = /\p{Ll}/gu;

function bearersOfAcronym({ acronym, words }: NameForm, { acronyms }: NameIndex): readonly NameForm[] {
  if (acronym === '' || words.length > 1) return [];
  const exact = acronyms.get(acronym.toLowerCase()) ?? [];
  const capitals = acronym.replaceAll(LOWER, '');
  if (exact.length > 0 || capitals.length === acronym.length) return exact;
  return (acronyms.get(capitals.toLowerCase()) ?? []).filter((full) => spellsName(acronym, full.words));
}

function bearersOfPerson(short: NameForm, { persons }: NameIndex): readonly NameForm[] {
  if (short.type !== 'PER' || short.words.length < 2) return [];
  const given = short.words.slice(0, -1);
  const namesakes = persons.get(short.words.at(-1) ?? '') ?? [];
  return namesakes.filter((full) => isGivenShort(given, full.words.slice(0, -1)));
}

function bearersOfShortName(short: NameForm, { shortNames }: NameIndex): readonly NameForm[] {
  const candidates = (shortNames.get(short.key) ?? []).filter(({ full, kind }) => mayStandFor(short, full, kind));
  const kind = SHORT_KINDS.find((known) => candidates.some((candidate) => candidate.kind === known));
  return candidates.filter((candidate) => candidate.kind === kind).map(({ full }) => full);
}

/** The full forms that a form may stand for, of the most trusted way to shorten a name only; none when there are too many. */
export function findBearers(short: NameForm, index: NameIndex): readonly NameForm[] {
  for (const find of [bearersOfAcronym, bearersOfPerson, bearersOfShortName]) {
    const bearers = find(short, index);
    if (bearers.length > 0) return bearers.length > MAX_BEARERS ? [] : bearers;
  }
  return [];
}
