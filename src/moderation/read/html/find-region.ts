import type { PageBlock, PageElement } from './page-block.ts';
import type { PageFacts } from './page-facts.ts';
import type { PagePart } from './page-part.ts';
import type { PageRules } from './page-rules.ts';

/** Blocks `[start, end)`. */
export interface Region {
  readonly start: number;
  readonly end: number;
}

export type Labels = readonly (PagePart | undefined)[];

export function isLinked(block: PageBlock, { threshold }: PageRules): boolean {
  return block.linkLetters > block.letters * threshold('page.link_share');
}

/** What a block speaks for being article (more than 0) or page. */
function weigh(index: number, facts: PageFacts, labels: Labels, rules: PageRules): number {
  const block = facts.blocks[index];
  if (!block || block.hidden !== undefined) return 0;
  const { threshold } = rules;
  const label = labels[block.element.index];
  const own = block.letters - block.linkLetters;
  if (label === 'comment' || label === 'cookie') return -Math.min(150, 5 + own * 0.4);
  if (label) return -Math.min(threshold('page.max_part_weight'), 5 + own * 0.2);
  if (facts.isProse[index] === 1) return facts.proseOf[index] ?? 0;
  if (facts.kinds[index] === 'caption') return 0;
  if (block.kind === 'heading') return block.linkLetters > 0 ? -10 : block.level === 1 ? 30 : 10;
  return isLinked(block, rules) ? -10 - Math.min(60, block.linkLetters * 0.4) : -4;
}

/** The stretch of blocks whose weights add up to most (Kadane). */
function findHeaviest(weights: readonly number[]): Region {
  let best = { start: 0, end: 0, sum: 0 };
  let start = 0;
  let sum = 0;
  for (const [index, weight] of weights.entries()) {
    if (sum <= 0) {
      sum = 0;
      start = index;
    }
    sum += weight;
    if (sum > best.sum) best = { start, end: index + 1, sum };
  }
  return best;
}

/**
 * Elements that a line of text brings along; what holds them is the part of the page they stand in. A cell is such a part:
 * blocks stand in cells only where a table lays out a page.
 */
const OF_TEXT = new Set(
  'p li ul ol dl dt dd table caption h1 h2 h3 h4 h5 h6 blockquote pre figure figcaption details summary'.split(' '),
);

export function holderOf(block: PageBlock): PageElement {
  let element = block.element;
  while (element.parent && OF_TEXT.has(element.tag)) element = element.parent;
  return element;
}

/** Short lines at both ends that stand in the same parts of the page as the region's running text. */
function widen(region: Region, facts: PageFacts, labels: Labels, rules: PageRules): Region {
  const holders = new Set<PageElement>();
  for (let index = region.start; index < region.end; index++) {
    const block = facts.blocks[index];
    if (!block || facts.isProse[index] !== 1 || labels[block.element.index]) continue;
    holders.add(holderOf(block));
  }
  const belongs = (index: number): boolean => {
    const block = facts.blocks[index];
    if (!block) return false;
    if (block.hidden !== undefined) return true;
    return !labels[block.element.index] && !isLinked(block, rules) && holders.has(holderOf(block));
  };
  let { start, end } = region;
  while (belongs(end)) end++;
  while (belongs(start - 1)) start--;
  return { start, end };
}

/** Where the article stands among the blocks of its page. Empty when there is no running text. Linear. */
export function findRegion(facts: PageFacts, labels: Labels, rules: PageRules): Region {
  const weights = facts.blocks.map((_, index) => weigh(index, facts, labels, rules));
  const region = findHeaviest(weights);
  return region.end > region.start ? widen(region, facts, labels, rules) : region;
}
