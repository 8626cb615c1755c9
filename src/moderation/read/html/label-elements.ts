import { namesOf } from './names-of.ts';
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

/** The foot of a quotation says whose it is. */
function isQuoted({ tag, parent }: PageElement): boolean {
  return tag === 'footer' && parent?.tag === 'blockquote';
}

/** The part that the tag, the role or the names of an element stand for. */
function nameElement(element: PageElement, { partOf }: PageRules): NamedPart | undefined {
  if (UNNAMED.has(element.tag) || isQuoted(element)) return undefined;
  const names = namesOf(element);
  if (names.some((name) => ARTICLE_NAMES.has(name))) return undefined;
  const known = BY_ROLE.get(element.attributes.get('role') ?? '') ?? BY_TAG.get(element.tag);
  if (known) return known;
  for (const name of names) {
    const part = partOf.get(name);
    if (part) return part;
  }
  return undefined;
}

interface Counts {
  readonly letters: Float64Array;
  /** Headings that are a link as a whole: each leads to another article. */
  readonly linkedHeadings: Float64Array;
  readonly ownTitles: Float64Array;
}

function countHeadings({ blocks, elements }: PageFacts): Counts {
  const letters = new Float64Array(elements.length);
  const linkedHeadings = new Float64Array(elements.length);
  const ownTitles = new Float64Array(elements.length);
  for (const block of blocks) {
    if (block.hidden !== undefined) continue;
    addUpwards(letters, block.element, block.letters);
    if (block.kind !== 'heading') continue;
    if (block.linkLetters > block.letters * 0.7) addUpwards(linkedHeadings, block.element, 1);
    else if (block.level === 1) addUpwards(ownTitles, block.element, 1);
  }
  return { letters, linkedHeadings, ownTitles };
}

/** A short part with one heading that leads elsewhere announces another article. */
function isCard({ index, tag }: PageElement, counts: Counts, { threshold }: PageRules): boolean {
  if (counts.linkedHeadings[index] !== 1 || tag === 'header' || UNNAMED.has(tag) !== (tag === 'article')) return false;
  return (counts.letters[index] ?? 0) < threshold('page.card_letters') && counts.ownTitles[index] === 0;
}

/**
 * The part of the page that each element belongs to by its own name or that of one around it; nothing for what may be
 * the article. A part that holds much of the page's running text is no side matter, whatever it is called.
 */
export function labelElements(facts: PageFacts, rules: PageRules): readonly (PagePart | undefined)[] {
  const counts = countHeadings(facts);
  const labels: (PagePart | undefined)[] = [];
  for (const element of facts.elements) {
    const inherited = element.parent && labels[element.parent.index];
    const share = (facts.prose[element.index] ?? 0) / Math.max(1, facts.allProse);
    const name = nameElement(element, rules);
    const limit = rules.threshold(name === 'comment' || name === 'cookie' ? 'page.comment_share' : 'page.part_share');
    const own = share > limit ? undefined : (name ?? (isCard(element, counts, rules) ? 'card' : undefined));
    labels.push(inherited ?? own);
  }
  return labels;
}
