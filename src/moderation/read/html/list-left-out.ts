import type { DetectorRule } from '../../model/detector.ts';
import type { Detection } from '../../model/finding.ts';
import { namesOf } from './names-of.ts';
import type { PageBlock, PageElement } from './page-block.ts';
import type { PageFacts } from './page-facts.ts';
import type { PagePart } from './page-part.ts';

/** What a stretch of blocks that is not in the text is: a part of the page, or text that readers do not see. */
type LeftOut = PagePart | 'hidden' | 'hidden-text';

/** How each part is told to people, and the share of such blocks on labelled pages that are no article, rounded. */
const PARTS: Readonly<Record<LeftOut, { readonly message: string; readonly confidence: number }>> = {
  navigation: { message: 'navigation of the page', confidence: 0.95 },
  related: { message: 'links to other articles', confidence: 0.9 },
  newsletter: { message: 'an invitation to subscribe', confidence: 0.95 },
  share: { message: 'buttons of social networks', confidence: 0.95 },
  advert: { message: 'advertising of the page', confidence: 0.9 },
  cookie: { message: 'a notice over the page', confidence: 0.95 },
  comment: { message: 'comments of readers', confidence: 0.9 },
  author: { message: 'a note on the author or on the entry', confidence: 0.9 },
  sidebar: { message: 'a column or box beside the article', confidence: 0.9 },
  footer: { message: 'the foot of the page', confidence: 0.95 },
  facts: { message: 'date, author, section or rating', confidence: 0.9 },
  form: { message: 'a form', confidence: 0.95 },
  card: { message: 'an announcement of another article', confidence: 0.9 },
  credit: { message: 'the credit of a picture', confidence: 0.9 },
  links: { message: 'links and nothing else', confidence: 0.9 },
  orphan: { message: 'a heading with nothing left below it', confidence: 0.85 },
  stray: { message: 'a short line away from the story', confidence: 0.8 },
  outside: { message: 'text outside of the article', confidence: 0.85 },
  hidden: { message: 'hidden text of the page', confidence: 0.9 },
  'hidden-text': { message: 'text in the article that readers cannot see', confidence: 0.95 },
};

/** The rules of what is left out of a page. The first takes no points: a page is no fault of its article. */
export const PAGE_FINDINGS = {
  leftOut: { id: 'page.left-out@1', kind: 'boilerplate', message: 'a part of the page that is not its article' },
  hiddenText: { id: 'hidden.markup@1', kind: 'hidden_text', message: 'text in the article that readers cannot see' },
} as const satisfies Readonly<Record<string, DetectorRule>>;

interface Stretch {
  readonly what: LeftOut;
  readonly blocks: PageBlock[];
  /** Its blocks are in the text all the same, because a person wants them there. */
  readonly isWanted: boolean;
}

/** UTF-16 code units without white space; hidden labels of buttons and pictures are shorter. */
const MIN_HIDDEN_LETTERS = 20;

/** Names of what opens at a click, a tap or a touch of the mouse. */
const TOGGLES = new Set(
  'tab tabs tabpanel tabcontent collapse collapsible accordion modal dialog dropdown tooltip popover popup carousel slide slider swiper toggle expandable readmore lightbox flyout offcanvas spoiler math mwe print printonly noscript'.split(
    ' ',
  ),
);

/** True inside an element that a reader can open: its text waits for him. */
function isToggled(block: PageBlock): boolean {
  for (let element: PageElement | undefined = block.element; element; element = element.parent) {
    if (element.attributes.has('aria-expanded') || element.attributes.get('role') === 'tabpanel') return true;
    if (namesOf(element).some(({ word }) => TOGGLES.has(word))) return true;
  }
  return false;
}

/** Hidden text among the blocks of the article is meant for machines; elsewhere it waits for a click. */
function nameHidden(block: PageBlock, part: PagePart | undefined, isWithin: boolean): LeftOut {
  const isText = isWithin && part === undefined && block.letters >= MIN_HIDDEN_LETTERS;
  return isText && !isToggled(block) ? 'hidden-text' : 'hidden';
}

function toStretches(
  facts: PageFacts,
  parts: readonly (PagePart | undefined)[],
  wanted: ReadonlySet<number>,
): readonly Stretch[] {
  const isKept = (index: number): boolean => parts[index] === undefined && facts.blocks[index]?.hidden === undefined;
  const indexes = facts.blocks.map((_, index) => index);
  const first = indexes.find(isKept) ?? indexes.length;
  const last = indexes.findLast(isKept) ?? -1;
  const stretches: Stretch[] = [];
  let open: Stretch | undefined;
  for (const [index, block] of facts.blocks.entries()) {
    if (isKept(index)) {
      open = undefined;
      continue;
    }
    const part = parts[index];
    const what = block.hidden === undefined ? (part ?? 'outside') : nameHidden(block, part, index > first && index < last);
    const isWanted = wanted.has(index);
    if (open?.what === what && open.isWanted === isWanted) open.blocks.push(block);
    else {
      open = { what, blocks: [block], isWanted };
      stretches.push(open);
    }
  }
  return stretches;
}

function toDetection({ what, blocks }: Stretch): Detection {
  const { message, confidence } = PARTS[what];
  const rule = what === 'hidden-text' ? PAGE_FINDINGS.hiddenText : PAGE_FINDINGS.leftOut;
  const letters = blocks.reduce((sum, block) => sum + block.letters, 0);
  const ways = [...new Set(blocks.flatMap((block) => block.hidden ?? []))];
  return {
    kind: rule.kind,
    rule: rule.id,
    start: blocks[0]?.runs[0]?.start ?? 0,
    end: blocks.at(-1)?.runs.at(-1)?.end ?? 0,
    confidence,
    action: 'removed',
    message,
    evidence: { part: what, blocks: blocks.length, letters, ...(ways.length > 0 ? { hidden_by: ways } : {}) },
  };
}

/**
 * What of a page is not of its article, one finding for each stretch of one part. Spans index the source. `wanted`: indexes of
 * blocks that are in the text all the same; they have findings of their own.
 */
export function listLeftOut(
  facts: PageFacts,
  parts: readonly (PagePart | undefined)[],
  wanted: ReadonlySet<number> = new Set(),
): readonly Detection[] {
  return toStretches(facts, parts, wanted).map(toDetection);
}
