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

/**
 * The block that is the headline: the heading nearest to the article that the page's own title repeats; a block of any
 * kind that equals it; the nearest heading of the first level. -1 when there is none.
 */
export function findHeadline(title: string, facts: PageFacts, labels: Labels, region: Region, rules: PageRules): number {
  const whole = fold(title);
  const main = fold(mainPart(title));
  const story = facts.isProse.findIndex((prose, index) => prose === 1 && index >= region.start);
  const from = Math.min(Math.max(region.start + REACH, story), facts.blocks.length) - 1;
  let equal = -1;
  let first = -1;
  for (let index = from; index >= 0; index--) {
    const block = facts.blocks[index];
    if (!block || block.hidden !== undefined) continue;
    const text = block.letters < 400 ? fold(facts.texts[index] ?? '') : '';
    const isLong = text.length >= MIN_LENGTH;
    if (block.kind === 'heading' && isLong && (whole.includes(text) || (main.length >= MIN_LENGTH && text.includes(main))))
      return index;
    const label = labels[block.element.index];
    if (equal < 0 && isLong && text === main && (label === undefined || label === 'facts')) equal = index;
    if (first < 0 && block.level === 1 && !isLinked(block, rules)) first = index;
  }
  return equal >= 0 ? equal : first;
}
