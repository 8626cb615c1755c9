import { findHeadline } from './find-headline.ts';
import { findRegion, holderOf, isLinked, type Labels, type Region } from './find-region.ts';
import { isCredit, namesSource } from './is-credit.ts';
import { labelElements } from './label-elements.ts';
import { namesOf } from './names-of.ts';
import type { PageBlock, PageElement } from './page-block.ts';
import { addUpwards, type PageFacts } from './page-facts.ts';
import type { PagePart } from './page-part.ts';
import type { PageRules } from './page-rules.ts';

/** Which blocks are the article, and what the others are. */
export interface Judgement {
  /** The block that is the headline; -1 without one. */
  readonly headline: number;
  /** Nothing for a block of the article. */
  readonly parts: readonly (PagePart | undefined)[];
}

/** The end of a sentence. */
const LINE_END = /[.!?…。！？]["'”’»)]{0,2}$/u;

interface Bench {
  readonly facts: PageFacts;
  readonly rules: PageRules;
  readonly labels: Labels;
  readonly region: Region;
  readonly headline: number;
  /** True where linked headings are those of a list of recommendations. */
  readonly isListing: boolean;
  /** First block of running text behind the headline. */
  readonly story: number;
  /** 1 for the elements in the smallest one that holds all of the region's running text. */
  readonly isHome: Uint8Array;
}

function findHome(facts: PageFacts, labels: Labels, region: Region): Uint8Array {
  const sums = new Float64Array(facts.elements.length);
  let all = 0;
  for (let index = region.start; index < region.end; index++) {
    const block = facts.blocks[index];
    const letters = facts.proseOf[index] ?? 0;
    if (!block || letters === 0 || labels[block.element.index]) continue;
    all += letters;
    addUpwards(sums, block.element, letters);
  }
  const home = sums.findLastIndex((sum) => sum >= all && all > 0);
  const isHome = new Uint8Array(facts.elements.length);
  for (const { index, parent } of facts.elements) {
    if (home > 0 && (index === home || (parent && isHome[parent.index] === 1))) isHome[index] = 1;
  }
  return isHome;
}

const isLead = (index: number, { facts, rules }: Bench): boolean => {
  const block = facts.blocks[index];
  if (!block) return false;
  const names = [...namesOf(block.element), ...(block.element.parent ? namesOf(block.element.parent) : [])];
  return names.some(({ word }) => rules.leads.has(word));
};

/** What stands between the headline and the story: leads and subtitles are article, dates, authors and the like are facts. */
function judgeHeader(index: number, bench: Bench): PagePart | undefined {
  const block = bench.facts.blocks[index];
  if (!block) return 'outside';
  const label = bench.labels[block.element.index];
  const isText = bench.facts.isProse[index] === 1;
  if (isLinked(block, bench.rules)) return label ?? 'links';
  if (isText && (label === undefined || label === 'related' || label === 'facts')) return undefined;
  if (label) return label;
  if (isCreditOf(index, bench)) return 'credit';
  if (index >= bench.region.start) return undefined;
  const isShort = block.letters < bench.rules.threshold('page.fact_letters');
  return isShort && block.kind !== 'heading' && bench.facts.kinds[index] !== 'caption' && !isLead(index, bench)
    ? 'facts'
    : undefined;
}

const isLinkedHeading = (block: PageBlock): boolean => block.kind === 'heading' && block.linkLetters > block.letters * 0.7;

function countListed(facts: PageFacts, labels: Labels, region: Region): number {
  let listed = 0;
  for (let index = region.start; index < region.end; index++) {
    const block = facts.blocks[index];
    if (block && isLinkedHeading(block) && !labels[block.element.index] && facts.isProse[index + 1] === 1) listed++;
  }
  return listed;
}

/** The credit of a picture stands in its caption, or in a paragraph right below it. */
function isCreditOf(index: number, { facts, rules }: Bench): boolean {
  const block = facts.blocks[index];
  if (!block || block.element.tag === 'caption') return false;
  const text = facts.texts[index] ?? '';
  if (facts.kinds[index] === 'caption') return isCredit(text, rules);
  return block.kind === 'paragraph' && facts.afterMedia.has(block) && namesSource(text, rules);
}

function judgeInside(index: number, bench: Bench): PagePart | undefined {
  const { facts, labels, rules } = bench;
  const block = facts.blocks[index];
  if (!block) return 'outside';
  const label = labels[block.element.index];
  if (label === 'facts' && facts.isProse[index] === 1) return undefined;
  if (label === 'share' && block.kind === 'quote' && block.letters - block.linkLetters > rules.threshold('page.share_letters'))
    return undefined;
  if (label) return label;
  if (isCreditOf(index, bench)) return 'credit';
  if (block.kind === 'heading')
    return isLinkedHeading(block) && !(bench.isListing && facts.isProse[index + 1] === 1) ? 'links' : undefined;
  return facts.isProse[index] !== 1 && block.kind !== 'table' && isLinked(block, rules) ? 'links' : undefined;
}

/** A short line above the headline names the section, the day or the author. A picture may stand there with its caption. */
function isAboveHeadline(index: number, { facts, rules }: Bench): boolean {
  const isLine = facts.isProse[index] !== 1 && facts.kinds[index] !== 'caption';
  return isLine && (facts.blocks[index]?.letters ?? 0) < rules.threshold('page.fact_letters');
}

function judge(index: number, bench: Bench): PagePart | undefined {
  const { facts, labels, region, headline, story, isHome } = bench;
  const block = facts.blocks[index];
  if (!block || index === headline) return undefined;
  if (headline >= 0 && index > headline && index < story) return judgeHeader(index, bench);
  if (index < headline && isAboveHeadline(index, bench)) return labels[block.element.index] ?? 'facts';
  if (index >= region.start && index < region.end) return judgeInside(index, bench);
  const label = labels[block.element.index];
  if (label) return label;
  return isHome[block.element.index] === 1 && facts.isProse[index] === 1 ? undefined : 'outside';
}

/** What headings announce that lead elsewhere. */
const ANNOUNCED: ReadonlySet<PagePart | undefined> = new Set<PagePart>([
  'links',
  'card',
  'related',
  'newsletter',
  'share',
  'advert',
  'comment',
  'form',
  'navigation',
]);

/** A heading or a short label all of whose content leads elsewhere announces nothing any more. */
function dropOrphans(parts: (PagePart | undefined)[], { facts, headline, rules }: Bench): void {
  let next: PagePart | undefined = 'outside';
  for (let index = parts.length - 1; index >= 0; index--) {
    const block = facts.blocks[index];
    if (!block || block.hidden !== undefined) continue;
    const isLabel =
      block.kind === 'heading' || (facts.isProse[index] !== 1 && /[:?!]\s*$/u.test((facts.texts[index] ?? '').slice(-3)));
    const isShort = block.letters < rules.threshold('page.label_letters') && block.level !== 1 && index !== headline;
    const isBare = isLabel && isShort && !facts.beforeMedia.has(block);
    if (parts[index] === undefined && isBare && ANNOUNCED.has(next)) parts[index] = 'orphan';
    else next = parts[index];
  }
}

/** True for a line that says something by itself, or that a kept heading or its name announces. */
function hasGround(index: number, parts: readonly (PagePart | undefined)[], bench: Bench): boolean {
  const { facts, headline, story } = bench;
  const block = facts.blocks[index];
  const above = facts.blocks[index - 1];
  if (!block || facts.isProse[index] === 1 || facts.kinds[index] === 'caption') return true;
  if (LINE_END.test((facts.texts[index] ?? '').trimEnd().slice(-4))) return true;
  if (above?.kind === 'heading' && parts[index - 1] === undefined && holderOf(above) === holderOf(block)) return true;
  return index > headline && index < story && isLead(index, bench);
}

/** Letters of running text by the part of the page that they stand in. */
function countProse(parts: readonly (PagePart | undefined)[], { facts }: Bench): ReadonlyMap<PageElement, number> {
  const prose = new Map<PageElement, number>();
  for (const [index, block] of facts.blocks.entries()) {
    if (parts[index] !== undefined || block.hidden !== undefined) continue;
    const holder = holderOf(block);
    prose.set(holder, (prose.get(holder) ?? 0) + (facts.proseOf[index] ?? 0));
  }
  return prose;
}

/**
 * Short lines that share their part of the page with no running text are no part of a story that stands together
 * elsewhere: dates, ratings, buttons.
 */
function dropStrays(parts: (PagePart | undefined)[], bench: Bench): void {
  const { facts, headline, rules } = bench;
  const prose = countProse(parts, bench);
  let all = 0;
  let most = 0;
  for (const letters of prose.values()) {
    all += letters;
    most = Math.max(most, letters);
  }
  if (most <= all * rules.threshold('page.main_share')) return;
  for (const [index, block] of facts.blocks.entries()) {
    if (parts[index] !== undefined || index === headline || block.kind !== 'paragraph') continue;
    if (prose.get(holderOf(block)) === 0 && !hasGround(index, parts, bench)) parts[index] = 'stray';
  }
}

/** Headings at the end of an article have nothing below them. */
function dropTail(parts: (PagePart | undefined)[], { facts, headline }: Bench): void {
  for (let index = parts.length - 1; index >= 0; index--) {
    const block = facts.blocks[index];
    if (!block || block.hidden !== undefined || parts[index] !== undefined) continue;
    if (block.kind !== 'heading' || index === headline || facts.isProse[index] === 1 || facts.beforeMedia.has(block)) return;
    parts[index] = 'orphan';
  }
}

/** Tells the blocks of the article from those of its page. Linear in blocks and elements. */
export function judgeBlocks(title: string, facts: PageFacts, rules: PageRules): Judgement {
  const labels = labelElements(facts, rules);
  const region = findRegion(facts, labels, rules);
  const headline = findHeadline(title, facts, labels, region, rules);
  const story = facts.isProse.findIndex((prose, index) => {
    const block = facts.blocks[index];
    return prose === 1 && index >= region.start && index > headline && block !== undefined && !labels[block.element.index];
  });
  const isListing = countListed(facts, labels, region) >= rules.threshold('page.listed_headings');
  const bench: Bench = { facts, rules, labels, region, headline, story, isListing, isHome: findHome(facts, labels, region) };
  const parts = facts.blocks.map((_, index) => judge(index, bench));
  dropStrays(parts, bench);
  dropOrphans(parts, bench);
  dropTail(parts, bench);
  return { headline, parts };
}
