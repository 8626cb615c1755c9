import type { Finding } from '../model/finding.ts';

/** The rule of what a page has beside its article; the evidence names the part. */
const PAGE_RULE = 'page.left-out@1';

/** Parts as readers call them; others by their own names. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['related', 'related articles'],
  ['newsletter', 'newsletter'],
  ['share', 'share buttons'],
  ['advert', 'adverts'],
  ['cookie', 'cookie notice'],
  ['comment', 'comments'],
  ['author', 'about the author'],
  ['facts', 'dates and authors'],
  ['form', 'forms'],
  ['card', 'teasers'],
  ['credit', 'credits'],
  ['hidden', 'hidden parts'],
  ['links', 'lists of links'],
  ['orphan', 'headings of parts left out'],
  ['stray', 'stray lines'],
  ['outside', 'outside the article'],
]);

/** Findings with those about the page's own parts, of which a page has many, counted instead of listed. */
export interface PageParts {
  readonly others: readonly Finding[];
  /** For example "left out as navigation (12), related articles (3): 15 parts of the page"; nothing without such parts. */
  readonly summary: string | undefined;
}

/** Text that a page hides inside its article is no part of the page, nor is what a person wants in it: they are listed like everything else. */
export function isPagePart({ rule, action }: Finding): boolean {
  return rule === PAGE_RULE && action !== 'flagged';
}

function nameOf({ evidence }: Finding): string {
  const part = String(evidence.part);
  return NAMES.get(part) ?? part;
}

function summarise(parts: readonly Finding[]): string {
  const counts = new Map<string, number>();
  for (const part of parts) counts.set(nameOf(part), (counts.get(nameOf(part)) ?? 0) + 1);
  const named = [...counts].toSorted((a, b) => b[1] - a[1]).map(([name, count]) => `${name} (${count})`);
  return `left out as ${named.join(', ')}: ${parts.length} ${parts.length === 1 ? 'part' : 'parts'} of the page`;
}

/** Parts what was found in an article from what its page holds besides. */
export function splitPageParts(findings: readonly Finding[]): PageParts {
  const parts = findings.filter(isPagePart);
  if (parts.length === 0) return { others: findings, summary: undefined };
  return { others: findings.filter((finding) => !isPagePart(finding)), summary: summarise(parts) };
}
