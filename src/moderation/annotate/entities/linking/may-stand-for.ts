import type { EntityType } from '../../../model/annotation.ts';
import type { ShortKind } from './list-short-names.ts';
import { mayBeNamesake } from './may-be-namesake.ts';
import type { NameForm } from './name-form.ts';

/** Mean confidence from which a form is what its type says, so that it is nobody's short name. */
export const CLEAR = 0.8;
/** Mean confidence from which it is more likely that than anything else. */
const LIKELY = 0.5;

const startOf = (form: NameForm): number => form.mentions[0]?.start ?? 0;
const isLater = (short: NameForm, full: NameForm): boolean => startOf(full) < startOf(short);
const isClearly = (form: NameForm, ...types: readonly EntityType[]): boolean =>
  types.includes(form.type) && form.confidence >= CLEAR;
/** The first words of organisations are often the names of places and people, so that less will do. */
const isLikely = (form: NameForm, ...types: readonly EntityType[]): boolean =>
  types.includes(form.type) && form.confidence >= LIKELY;

/** Used after the full name, or of its type beyond doubt. */
const isSettled = (short: NameForm, full: NameForm): boolean => isLater(short, full) || isClearly(short, full.type);
const mayBePerson = (short: NameForm): boolean => !isClearly(short, 'LOC', 'ORG', 'MISC');
const mayBeOther = (short: NameForm, full: NameForm): boolean =>
  !isClearly(short, 'PER') && !(isClearly(short, 'LOC') && full.type !== 'LOC');

const mayBeSurname = (short: NameForm): boolean => mayBePerson(short) && short.placedMentions < short.mentions.length;

/** Not for a place that the text names: "Austin" after "in Austin". */
const mayBeGiven = (short: NameForm, full: NameForm): boolean => isLater(short, full) && mayBePerson(short) && !short.namesPlace;

/** When a form may be the short name of a full form that could be called so. */
const TESTS: Readonly<Record<ShortKind, (short: NameForm, full: NameForm) => boolean>> = {
  firm: mayBeOther,
  turned: mayBePerson,
  place: (short) => !isClearly(short, 'PER'),
  island: (short, full) => isLater(short, full) && !isClearly(short, 'PER'),
  plain: (short, full) => mayBeSurname(short) && !mayBeNamesake(short, full),
  surname: mayBeSurname,
  given: mayBeGiven,
  middle: mayBeGiven,
  tail: mayBeOther,
  head: (short, full) => isSettled(short, full) && !isLikely(short, 'PER', 'LOC'),
  team: (short, full) => short.hasThe && isLater(short, full) && mayBeOther(short, full),
  generic: (short, full) => short.hasThe && isLater(short, full),
};

/** Whether the article may use `short` for what it calls `full` in full. */
export function mayStandFor(short: NameForm, full: NameForm, kind: ShortKind): boolean {
  return short !== full && TESTS[kind](short, full);
}
