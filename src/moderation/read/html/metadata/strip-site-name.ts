import type { SiteNames } from './site-names.ts';

/** What stands between a title and the name of the site. */
const BAR = /\s[|–—»«·•:-]\s|\s?\|\s?/gu;

/** A title without the names of its site before and behind it. What is nothing else stays as it is. */
export function stripSiteName(title: string, sites: SiteNames): string {
  let start = 0;
  let end = title.length;
  const bars = [...title.matchAll(BAR)];
  for (const bar of bars.toReversed()) {
    if (!sites.mayBe(title.slice(bar.index + bar[0].length, end))) break;
    end = bar.index;
  }
  for (const bar of bars) {
    if (bar.index >= end || !sites.mayBe(title.slice(start, bar.index))) break;
    start = bar.index + bar[0].length;
  }
  return title.slice(start, end).trim() || title;
}
