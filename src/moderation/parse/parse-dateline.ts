import { parseDate } from './parse-date.ts';

/** UTF-16 code units in which the dash behind a dateline stands. */
const MAX_DATELINE = 110;
/** "MERROW, March 3, 2024 (Tidewire) —": place in capitals or before an agency in brackets, and a dash behind. */
const DATELINE = /^(.{3,100}?)\s?(?:—|–|--|\s-)(?:\s|$)/u;
const IN_CAPITALS = /^\p{Lu}{2}[\p{Lu}\s.,'’/-]{1,50}(?:,|\s|\(|$)/u;
const WITH_AGENCY = /^\p{Lu}[\p{L}\s.,'’/-]{1,50},?\s(?:[^()]{0,40}\s)?\([\p{L}\d .,/&-]{2,40}\)/u;

/**
 * The full date in the dateline at the beginning of a paragraph, as `YYYY-MM-DD`; nothing when there is no dateline, or
 * none with a year.
 */
export function parseDateline(text: string): string | undefined {
  const place = DATELINE.exec(text.slice(0, MAX_DATELINE))?.[1];
  if (place === undefined || !(IN_CAPITALS.test(place) || WITH_AGENCY.test(place))) return undefined;
  return parseDate(place);
}
