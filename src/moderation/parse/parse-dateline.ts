import { parseDate } from './parse-date.ts';

/** UTF-16 code units in which the dash behind a dateline stands. */
const MAX_DATELINE = 110;
/** "MERROW, March 3, 2024 (Tidewire) —": a place, a comma or bracket, and a dash behind. */
const DATELINE = /^(.{3,100}?)\s?(?:—|–|--|\s-)(?:\s|$)/u;
const PLACE = /^\p{Lu}[\p{L}\s.'’/-]{1,50}(?:,|\s?\()/u;
/** "On Monday, March 3, 2024 – …" tells when something happened. */
const TELLING = /^(?:on|in|at|by|since|until|till|after|before|from|am|im|seit|bis|ab|le|en|el|depuis|desde|nel|il|em)\s/iu;
/** Words in lower case before a date, in five languages. */
const BEFORE_DATE = new Set(['le', 'am', 'den', 'on', 'el', 'de', 'dated', 'em', 'il']);

/** Nothing but names, numbers and such words: a sentence is no dateline. */
function isBare(place: string): boolean {
  const words = place.replace(/\([^()]*\)/gu, ' ').match(/\p{L}+/gu) ?? [];
  return words.every((word) => !/^\p{Ll}/u.test(word) || BEFORE_DATE.has(word) || parseDate(`1 ${word} 2000`) !== undefined);
}

/**
 * The full date in the dateline at the beginning of a paragraph, as `YYYY-MM-DD`; nothing when there is no dateline, or
 * none with a year.
 */
export function parseDateline(text: string): string | undefined {
  const place = DATELINE.exec(text.slice(0, MAX_DATELINE))?.[1];
  if (place === undefined || !PLACE.test(place) || TELLING.test(place)) return undefined;
  return isBare(place) ? parseDate(place) : undefined;
}
