import type { ShortKind } from './list-short-names.ts';
import type { NameForm } from './name-form.ts';

/** Mean confidence from which a form is what its type says, so that it is nobody's short name. */
const CLEAR = 0.8;

const startOf = (form: NameForm): number => form.mentions[0]?.start ?? 0;
const isLater = (short: NameForm, full: NameForm): boolean => startOf(full) < startOf(short);
const isClearly = (form: NameForm, ...types: readonly NameForm['type'][]): boolean =>
  types.includes(form.type) && form.confidence >= CLEAR;

/** When a form may be the short name of a full form that could be called so. */
const TESTS: Readonly<Record<ShortKind, (short: NameForm, full: NameForm) => boolean>> = {
  firm: (short) => !isClearly(short, 'PER', 'LOC'),
  place: (short) => !isClearly(short, 'PER'),
  surname: (short) => !isClearly(short, 'LOC', 'ORG', 'MISC'),
  given: (short, full) => isLater(short, full) && !isClearly(short, 'LOC', 'ORG', 'MISC'),
  middle: (short, full) => isLater(short, full) && !isClearly(short, 'LOC', 'ORG', 'MISC'),
  tail: (short) => !isClearly(short, 'PER', 'LOC'),
  head: (short, full) => isLater(short, full) && !isClearly(short, 'PER', 'LOC'),
  team: (short, full) => short.hasThe && isLater(short, full) && !isClearly(short, 'PER'),
  generic: (short, full) => short.hasThe && isLater(short, full),
};

/** Whether the article may use `short` for what it calls `full` in full. */
export function mayStandFor(short: NameForm, full: NameForm, kind: ShortKind): boolean {
  return short !== full && TESTS[kind](short, full);
}
