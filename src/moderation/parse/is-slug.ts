/** Longest slug that is looked at, in UTF-16 code units. */
const MAX_SLUG = 300;
const SLUG = /^\/?[a-z0-9]{1,40}(?:[-_][a-z0-9]{1,40}){3,60}(?:\.html?)?\/?$/u;

/** True when a line is a URL slug: four or more lower-case words joined by hyphens, and at least three of letters. */
export function isSlug(line: string): boolean {
  if (line.length > MAX_SLUG || !SLUG.test(line)) return false;
  return line.split(/[-_]/u).filter((part) => /^[a-z]{2,}$/u.test(part)).length >= 3;
}
