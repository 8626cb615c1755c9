import { type ElementName, namesOf } from './names-of.ts';
import type { PageElement } from './page-block.ts';
import { addUpwards, type PageFacts } from './page-facts.ts';
import type { NamedPart, PagePart } from './page-part.ts';
import type { PageRules } from './page-rules.ts';

/** What an element is by its tag alone. */
const BY_TAG: ReadonlyMap<string, NamedPart> = new Map([
  ['nav', 'navigation'],
  ['menu', 'navigation'],
  ['footer', 'footer'],
  ['aside', 'sidebar'],
  ['address', 'author'],
  ['dialog', 'cookie'],
  ['form', 'form'],
]);

const BY_ROLE: ReadonlyMap<string, NamedPart> = new Map([
  ['navigation', 'navigation'],
  ['menu', 'navigation'],
  ['menubar', 'navigation'],
  ['search', 'form'],
  ['contentinfo', 'footer'],
  ['complementary', 'sidebar'],
  ['dialog', 'cookie'],
  ['alertdialog', 'cookie'],
]);

/** They hold the whole page or the whole article, or are its own text, whatever they are called. */
const UNNAMED = new Set(['#document', 'html', 'body', 'article', 'main', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote']);

/** Names of what holds an article, among which sites put those of its sections, key words and author. */
const ARTICLE_NAMES = new Set(['hentry', 'typepost', 'typepage', 'articlebody', 'entrycontent', 'postcontent']);

/** Parts whose names are words of many subjects: "share-economy", "search-for-gold", "ad-hoc", "comments-from-the-mayor". */
const AMBIGUOUS: ReadonlySet<NamedPart> = new Set<NamedPart>(['share', 'form', 'advert', 'comment']);

/** The parts that a single paragraph of running text may be; "legal correction" is a correction. */
const OF_PARAGRAPHS: ReadonlySet<NamedPart> = new Set<NamedPart>(['author', 'newsletter', 'advert', 'related', 'share']);

/** A name all of whose parts stand in the heading below it is made of the heading, as anchors are. */
function isOfHeading({ parts }: ElementName, heading: ReadonlySet<string>): boolean {
  return parts.length > 1 && parts.every((part) => heading.has(part));
}

/**
 * The part that the tag, the role or the names of an element stand for. One part of a longer name says it only where
 * the text is no running text without links: "share-economy" may be a section of the article.
 */
function nameElement(element: PageElement, counts: Counts, facts: PageFacts, rules: PageRules): NamedPart | undefined {
  if (UNNAMED.has(element.tag)) return undefined;
  const names = namesOf(element);
  if (names.some(({ word }) => ARTICLE_NAMES.has(word))) return undefined;
  if (element.parent?.tag === 'blockquote') return undefined;
  const { index } = element;
  const linked = (counts.linkLetters[index] ?? 0) / Math.max(1, counts.letters[index] ?? 0);
  const isPlain = facts.prose[index] !== 0 && linked < rules.threshold('page.plain_share');
  const heading = counts.headings[index];
  const role = BY_ROLE.get(element.attributes.get('role') ?? '');
  const known = role ?? (element.tag === 'aside' && isPlain ? undefined : BY_TAG.get(element.tag));
  if (known) return known;
  for (const name of names) {
    const part = rules.partOf.get(name.word);
    if (part && element.tag === 'p' && facts.prose[index] !== 0 && !OF_PARAGRAPHS.has(part)) continue;
    if (part && (name.isWhole || !isPlain || !AMBIGUOUS.has(part)) && !(heading && isOfHeading(name, heading))) return part;
  }
  return undefined;
}

interface Counts {
  readonly letters: Float64Array;
  /** Headings that are a link as a whole: each leads to another article. */
  readonly linkedHeadings: Float64Array;
  readonly ownTitles: Float64Array;
  readonly linkLetters: Float64Array;
  /** The words of the heading that an element begins with. */
  readonly headings: readonly (ReadonlySet<string> | undefined)[];
}

const WORD_BREAK = /[^\p{L}\p{N}]+/u;

/** The first block of each element, where it is a heading. */
function findHeadings({ blocks, elements, texts }: PageFacts): readonly (ReadonlySet<string> | undefined)[] {
  const seen = new Uint8Array(elements.length);
  const headings: (ReadonlySet<string> | undefined)[] = elements.map(() => undefined);
  for (const [index, block] of blocks.entries()) {
    const words = block.kind === 'heading' ? new Set((texts[index] ?? '').toLowerCase().split(WORD_BREAK)) : undefined;
    for (let element: PageElement | undefined = block.element; element && seen[element.index] === 0; element = element.parent) {
      seen[element.index] = 1;
      headings[element.index] = words;
    }
  }
  return headings;
}

function countHeadings(facts: PageFacts): Counts {
  const { blocks, elements } = facts;
  const letters = new Float64Array(elements.length);
  const linkedHeadings = new Float64Array(elements.length);
  const ownTitles = new Float64Array(elements.length);
  const linkLetters = new Float64Array(elements.length);
  for (const block of blocks) {
    if (block.hidden !== undefined) continue;
    addUpwards(letters, block.element, block.letters);
    addUpwards(linkLetters, block.element, block.linkLetters);
    if (block.kind !== 'heading') continue;
    if (block.linkLetters > block.letters * 0.7) addUpwards(linkedHeadings, block.element, 1);
    else if (block.level === 1) addUpwards(ownTitles, block.element, 1);
  }
  return { letters, linkedHeadings, ownTitles, linkLetters, headings: findHeadings(facts) };
}

/** A short part with one heading that leads elsewhere announces another article. */
function isCard({ index, tag }: PageElement, counts: Counts, { threshold }: PageRules): boolean {
  if (counts.linkedHeadings[index] !== 1 || tag === 'header' || UNNAMED.has(tag) !== (tag === 'article')) return false;
  return (counts.letters[index] ?? 0) < threshold('page.card_letters') && counts.ownTitles[index] === 0;
}

/** Where most of the running text stands below headings that lead elsewhere, the article is a list of recommendations. */
function isListing(facts: PageFacts, counts: Counts, rules: PageRules): boolean {
  let prose = 0;
  const inCard = new Uint8Array(facts.elements.length);
  for (const element of facts.elements) {
    const { index, parent } = element;
    if (parent && inCard[parent.index] === 1) inCard[index] = 1;
    else if (isCard(element, counts, rules)) {
      inCard[index] = 1;
      prose += facts.prose[index] ?? 0;
    }
  }
  return prose > facts.allProse * rules.threshold('page.listing_share');
}

/** Boxes of one name that together hold much of the running text are what the page is built of. */
function withoutMain(
  labels: readonly (PagePart | undefined)[],
  facts: PageFacts,
  rules: PageRules,
): readonly (PagePart | undefined)[] {
  const prose = new Map<PagePart, number>();
  for (const [index, block] of facts.blocks.entries()) {
    const label = labels[block.element.index];
    if (label) prose.set(label, (prose.get(label) ?? 0) + (facts.proseOf[index] ?? 0));
  }
  const limit = facts.allProse * rules.threshold('page.part_share');
  const isMain = (label: PagePart | undefined): boolean => label === 'sidebar' && (prose.get(label) ?? 0) > limit;
  return labels.map((label) => (isMain(label) ? undefined : label));
}

/**
 * The part of the page that each element belongs to by its own name or that of one around it; nothing for what may be
 * the article. A part that holds much of the page's running text is no side matter, whatever it is called.
 */
export function labelElements(facts: PageFacts, rules: PageRules): readonly (PagePart | undefined)[] {
  const counts = countHeadings(facts);
  const hasCards = !isListing(facts, counts, rules);
  const labels: (PagePart | undefined)[] = [];
  for (const element of facts.elements) {
    const inherited = element.parent && labels[element.parent.index];
    const share = (facts.prose[element.index] ?? 0) / Math.max(1, facts.allProse);
    const name = nameElement(element, counts, facts, rules);
    const limit = rules.threshold(name === 'comment' || name === 'cookie' ? 'page.comment_share' : 'page.part_share');
    const holdsTitle = counts.ownTitles[element.index] === 1 && name !== 'comment' && name !== 'navigation';
    const own =
      share > limit || holdsTitle ? undefined : (name ?? (hasCards && isCard(element, counts, rules) ? 'card' : undefined));
    labels.push(inherited ?? own);
  }
  return withoutMain(labels, facts, rules);
}
