import type { Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import { LINE_MARK, LINE_PROSE, LINE_SENTENCE } from '../text/describe-lines.ts';
import {
  PAGE_ADVERT,
  PAGE_HEADS,
  PAGE_MENU,
  PAGE_PROMPT,
  PAGE_SECTION,
  PAGE_STRONG,
  PAGE_TAIL_HEAD,
  pageLines,
} from '../text/page-lines.ts';

const MENU = PAGE_MENU | PAGE_SECTION;
const STRONG = PAGE_STRONG | PAGE_ADVERT;
/** Words; a longer line above a title may be a title itself. */
const MENU_WORDS = 3;
const KEPT_ROLES: ReadonlySet<string> = new Set(['title', 'byline', 'site', 'source', 'caption', 'quote', 'code']);

interface Header {
  readonly title: number;
  /** First paragraph of prose, or the end. */
  readonly story: number;
  /** Named lines and marks above the title. */
  readonly namedAbove: number;
  /** Short lines above the title that nothing names. */
  readonly shortAbove: number;
  /** Named lines and marks between title and story. */
  readonly namedBelow: number;
}

/** Something short that a page says to its reader; what a whole sentence says is left to the rules. */
function clearProse(bits: number): number {
  return (bits & (LINE_PROSE | LINE_SENTENCE)) === 0 ? bits : bits & ~PAGE_PROMPT;
}

function isShort(block: DocumentBlock, bits: number): boolean {
  return block.words > 0 && block.words <= MENU_WORDS && (bits & LINE_SENTENCE) === 0 && !KEPT_ROLES.has(block.role);
}

function readHeader(document: Document, lines: Uint16Array): Header | undefined {
  const title = document.blocks.findIndex((block) => block.role === 'title');
  if (title < 0) return undefined;
  const isProse = (at: number): boolean => ((lines[at] ?? 0) & LINE_PROSE) !== 0;
  let story = title + 1;
  while (story < lines.length && !isProse(story)) story++;
  let namedAbove = 0;
  let shortAbove = 0;
  let namedBelow = 0;
  for (let at = 0; at < story; at++) {
    const block = document.blocks[at];
    const bits = lines[at] ?? 0;
    const named = (bits & (STRONG | MENU | LINE_MARK)) !== 0;
    if (at < title && named) namedAbove++;
    if (at < title && !named && block && isShort(block, bits)) shortAbove++;
    if (at > title && (bits & STRONG) !== 0) namedBelow++;
  }
  return { title, story, namedAbove, shortAbove, namedBelow };
}

function toDetection(block: DocumentBlock, header: Header): Detection {
  return {
    kind: 'boilerplate',
    rule: 'page.header-line@1',
    start: block.start,
    end: block.end,
    confidence: 0.85,
    action: 'removed',
    message: 'a line of the page above the story',
    evidence: {
      lines_to_title: header.title - block.index,
      named_above: header.namedAbove,
      short_above: header.shortAbove,
      named_below: header.namedBelow,
    },
  };
}

/** The line next to the title may be its section: it goes as the last step of a path only. */
function isNamed(bits: number, isNext: boolean, isMenu: boolean): boolean {
  const sure = isNext && (bits & PAGE_MENU) === 0 ? STRONG & ~PAGE_TAIL_HEAD : STRONG;
  const inMenu = !isNext || isMenu ? MENU : 0;
  return (bits & (sure | inMenu | LINE_MARK)) !== 0;
}

/** Above the title: named lines, links under a head of a list, and menus. The line next to the title may be its section. */
function detectAbove(document: Document, lines: Uint16Array, header: Header, minMenu: number): readonly Detection[] {
  const isMenu = header.namedAbove + header.shortAbove >= minMenu;
  const found: Detection[] = [];
  let listed = false;
  const counts = new Map<string, number>();
  for (const { text } of document.blocks.slice(0, header.title)) counts.set(text, (counts.get(text) ?? 0) + 1);
  for (let at = 0; at < header.title; at++) {
    const block = document.blocks[at];
    const bits = lines[at] ?? 0;
    if (!block || KEPT_ROLES.has(block.role)) continue;
    if ((bits & (STRONG | MENU)) !== 0) listed = (bits & PAGE_HEADS) !== 0;
    const isNext = at === header.title - 1;
    const named = isNamed(bits, isNext, isMenu);
    const link = listed && (bits & (LINE_SENTENCE | LINE_PROSE)) === 0 && !isNext;
    const short = isShort(block, bits) && isMenu;
    const repeated = isShort(block, bits) && (counts.get(block.text) ?? 0) > 1;
    if (named || link || short || repeated) found.push(toDetection(block, header));
  }
  return found;
}

/** Between title and story only what is named goes: the rest is subtitle, author or caption. */
function detectBelow(document: Document, lines: Uint16Array, header: Header): readonly Detection[] {
  if (header.namedBelow === 0) return [];
  return document.blocks.slice(header.title + 1, header.story).flatMap((block) => {
    const bits = lines[block.index] ?? 0;
    const isNear = [-1, 1].some((step) => ((lines[block.index + step] ?? 0) & STRONG) !== 0);
    const named = (bits & STRONG) !== 0 || ((bits & (PAGE_MENU | LINE_MARK)) !== 0 && isNear);
    return named && !KEPT_ROLES.has(block.role) ? [toDetection(block, header)] : [];
  });
}

/** Lines of the page above the story: menus, share buttons, counters. Subtitles, authors and captions stay. */
export const headerFurniture: Detector = {
  name: 'header-furniture',
  thresholds: ['page.min_menu_lines'],
  lists: [
    'page.list_heads',
    'page.tail_heads',
    'page.menu',
    'page.sections',
    'page.stamps',
    'page.more',
    'page.prompts',
    'page.advert_labels',
  ],
  detect(document, context) {
    const lines = pageLines(document, context.ruleset).map(clearProse);
    const header = readHeader(document, lines);
    // Without prose nothing shows which of the lines is the title: the first one may be.
    if (!header || header.story === document.blocks.length) return [];
    const minMenu = context.threshold('page.min_menu_lines');
    return [...detectAbove(document, lines, header, minMenu), ...detectBelow(document, lines, header)];
  },
};
