import { skipLead } from './skip-lead.ts';

/** Elements that the body of an article in a CMS begins with. */
const FIRST_TAG =
  /^<(article|section|main|header|figure|div|p|h[1-6]|ul|ol|blockquote|table|pre|picture|img|hr|span|strong|em|b|i|a)(?:[\t\n\f\r ][^<>]{0,2000})?\/?>/iu;
/** Elements that never close. */
const VOID: ReadonlySet<string> = new Set(['img', 'hr']);

/** True when a text is HTML by its first tag, one of an article's, which closes later on or has no need to. */
export function isHtmlFragment(beginning: string): boolean {
  const text = skipLead(beginning);
  const name = FIRST_TAG.exec(text)?.[1]?.toLowerCase();
  if (name === undefined) return false;
  const lower = text.toLowerCase();
  return lower.includes(VOID.has(name) ? '</p>' : `</${name}>`);
}
