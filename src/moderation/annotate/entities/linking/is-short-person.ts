import { isGivenShort } from './is-given-short.ts';
import type { NameForm } from './name-form.ts';
import { trimByname } from './trim-byname.ts';

/** Whether a person's name with a surname may be a shorter way to write another with the same surname. */
export function isShortPerson(short: NameForm, full: NameForm): boolean {
  if (short.type !== 'PER' || full.type !== 'PER') return false;
  const [some, all] = [trimByname(short.words), trimByname(full.words)];
  return some.length > 1 && some.at(-1) === all.at(-1) && isGivenShort(some.slice(0, -1), all.slice(0, -1));
}
