/** Longest place, agency and date before the dash, in UTF-16 code units. */
const MAX_DATELINE = 80;
const DASH = /\s[–—-]{1,2}\s|[–—]/u;
const PLACE_IN_CAPITALS = /^\p{Lu}[\p{Lu}.'’-]{2,40}(?=[\s,(–—]|$)/u;
const PLACE_AND_AGENCY = /^\p{Lu}\p{L}{1,30}[^()]{0,40}\(\p{L}[^()]{1,30}\)$/u;

/**
 * True for a paragraph that begins as a story of an agency does: `MERROW, Aldane — `, `Merrow (dpa) - `. What stands
 * above such a paragraph is a summary or a teaser of it.
 */
export function beginsWithDateline(text: string): boolean {
  const head = text.slice(0, MAX_DATELINE);
  const dash = head.search(DASH);
  if (dash < 0) return false;
  const dateline = head.slice(0, dash).trim();
  return PLACE_IN_CAPITALS.test(dateline) || PLACE_AND_AGENCY.test(dateline);
}
