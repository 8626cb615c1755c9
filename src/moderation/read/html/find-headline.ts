import { isLinked, type Labels, type Region } from './find-region.ts';
import type { PageFacts } from './page-facts.ts';
import type { PageRules } from './page-rules.ts';

/** Blocks into the region in which its headline may stand: some pages set a picture or a section above it. */
const REACH = 4;
/** UTF-16 code units; a shorter line stands in any title by chance. */
const MIN_LENGTH = 8;

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A page's title without the name of its site, which stands behind a bar or a dash. */
function mainPart(title: string): string {
  const parts = title.split(/\s[|–—»«·:-]\s|\s?\|\s?/u);
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}

/** Why a block may be the headline; the first is surest. */
const REASONS = ['top', 'part', 'holder', 'equal', 'site', 'first'] as const;
type Reason = (typeof REASONS)[number];

interface Title {
  readonly whole: string;
  readonly main: string;
}

/** The name of the site is a part of the title too, and some sites set it in a heading of the first level. */
function reasonForHeading(text: string, level: number, { whole, main }: Title): Reason | undefined {
  if (whole.includes(text)) {
    if (!main.includes(text) && !text.includes(main)) return 'site';
    return level === 1 ? 'top' : 'part';
  }
  return main.length >= MIN_LENGTH && text.includes(main) ? 'holder' : undefined;
}

function reasonFor(
  index: number,
  { whole, main }: Title,
  facts: PageFacts,
  labels: Labels,
  rules: PageRules,
): Reason | undefined {
  const block = facts.blocks[index];
  if (!block || block.hidden !== undefined) return undefined;
  const text = block.letters < 400 ? fold(facts.texts[index] ?? '') : '';
  if (text.length >= MIN_LENGTH) {
    const reason = block.kind === 'heading' ? reasonForHeading(text, block.level, { whole, main }) : undefined;
    if (reason) return reason;
    const label = labels[block.element.index];
    if (text === main && (label === undefined || label === 'facts')) return 'equal';
  }
  return block.level === 1 && !isLinked(block, rules) ? 'first' : undefined;
}

/**
 * The block that is the headline: the heading nearest to the article that stands in the page's own title; one that holds the
 * title among other words; a block of any kind that equals it; the nearest heading of the first level. -1 when there is none.
 */
export function findHeadline(title: string, facts: PageFacts, labels: Labels, region: Region, rules: PageRules): number {
  const folded = { whole: fold(title), main: fold(mainPart(title)) };
  const story = facts.isProse.findIndex((prose, index) => prose === 1 && index >= region.start);
  const from = Math.min(Math.max(region.start + REACH, story), facts.blocks.length) - 1;
  const nearest = new Map<string, number>();
  for (let index = from; index >= 0 && !nearest.has('top'); index--) {
    const reason = reasonFor(index, folded, facts, labels, rules);
    if (reason && !nearest.has(reason)) nearest.set(reason, index);
  }
  const found = REASONS.find((reason) => nearest.has(reason));
  return found === undefined ? -1 : (nearest.get(found) ?? -1);
}
