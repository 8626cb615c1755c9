import { parseDate } from './parse-date.ts';

/** UTF-16 code units in which the dash behind a dateline stands. */
const MAX_DATELINE = 110;
/** "MERROW, March 3, 2024 (Tidewire) —": place in capitals or before an agency in brackets, and a dash behind. */
const DATELINE = /^(.{3,100}?)\s?(?:—|–|--|\s-)(?:\s|$)/u;
const IN_CAPITALS = /^\p{Lu}{2}[\p{Lu}\s.,'’/-]{1,50}[,(]/u;
const WITH_AGENCY = /^\p{Lu}[\p{L}\s.,'’/-]{1,50},?\s(?:[^()]{0,40}\s)?\([\p{L}\d .,/&-]{2,40}\)/u;

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
  if (place === undefined || !(IN_CAPITALS.test(place) || WITH_AGENCY.test(place))) return undefined;
  return isBare(place) ? parseDate(place) : undefined;
}
