import type { Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import { createNote } from '../text/create-note.ts';
import { endsSentence, LINE_MARK, LINE_PROSE, LINE_SENTENCE } from '../text/describe-lines.ts';
import { findTail, type Tail, takeHints } from '../text/find-tail.ts';
import {
  PAGE_HEADS,
  PAGE_MENU,
  PAGE_MORE,
  PAGE_NAMED,
  PAGE_REPEAT,
  PAGE_STAMP,
  PAGE_STRONG,
  pageLines,
} from '../text/page-lines.ts';
import { wordHashes } from '../text/shingle-hashes.ts';

/** What goes from a tail that is surely one. A copy of a line above is no loss. */
const GOES = PAGE_NAMED | PAGE_STAMP | PAGE_REPEAT | LINE_MARK;
/** A number or an amount at the front: an ingredient, a result, a date of a listing. */
const DATA_ROW = /^\W{0,3}\d[\d.,/]*\s?\p{L}|\d\s?[-–:]\s?\d/u;
/** Longest label of `page.tail_labels`, in UTF-16 code units, and longest line it introduces, in words. */
const MAX_LABEL = 32;
const MAX_INTRODUCED = 40;
const CAPTION = /[([](?:photo|image|credit|picture|foto|bild)|credit:|photo(?:graph)? by/iu;

/** A line that begins with a label such as "Tags:" or "Next article", which may be glued to what follows. */
const isIntroduced = createNote(({ text, words }, labels: readonly string[]): boolean => {
  if (words > MAX_INTRODUCED || endsSentence(text)) return false;
  const start = text.slice(0, MAX_LABEL).toLowerCase();
  return labels.some((label) => start.startsWith(label));
});

const NO_LABELS: readonly string[] = [];
const KEPT_ROLES: ReadonlySet<string> = new Set(['title', 'quote', 'code', 'caption', 'byline', 'source']);

/** A line that may be content wherever it stands: a list item, a caption, a row of data, a sentence. */
function mayBeContent(block: DocumentBlock, bits: number): boolean {
  if (KEPT_ROLES.has(block.role)) return true;
  return (bits & LINE_SENTENCE) !== 0 || block.role === 'list_item' || CAPTION.test(block.text) || DATA_ROW.test(block.text);
}

/** For each line of the tail: how many unnamed lines stand together there; 0 for a named one. */
function measureGaps(lines: Uint16Array, tail: Tail): Uint32Array {
  const gaps = new Uint32Array(lines.length);
  let start = tail.from;
  for (let at = tail.from; at <= tail.to; at++) {
    if (at < tail.to && ((lines[at] ?? 0) & GOES) === 0) continue;
    gaps.fill(at - start, start, at);
    start = at + 1;
  }
  return gaps;
}

function toDetection(block: DocumentBlock, tail: Tail, gap: number, listed: boolean): Detection {
  return {
    kind: 'boilerplate',
    rule: listed ? 'page.tail-link@1' : 'page.tail-line@1',
    start: block.start,
    end: block.end,
    confidence: 0.85,
    action: 'removed',
    message: listed ? 'a link in a list below the story' : 'a line of the page below the story',
    evidence: {
      line_of_tail: block.index - tail.from,
      lines: tail.to - tail.from,
      named_lines: tail.strong,
      named_share: Math.round(tail.density * 1000) / 1000,
      unnamed_together: gap,
    },
  };
}

/** A paragraph about the site between two named lines. */
function isEnclosed(lines: Uint16Array, tail: Tail, at: number): boolean {
  return tail.story[at] === 2 && [-1, 1].every((step) => ((lines[at + step] ?? PAGE_MENU) & (PAGE_STRONG | PAGE_MENU)) !== 0);
}

/** The teaser of this very article, below its title, in a list of teasers: it speaks of the story. */
function isOwnTeaser({ blocks, tokens }: Document, title: DocumentBlock | undefined, at: number): boolean {
  const above = blocks[at - 1];
  if (!title || !above || above === title || above.words !== title.words) return false;
  const words = wordHashes(tokens, title.tokenStart, title.tokenEnd);
  return wordHashes(tokens, above.tokenStart, above.tokenEnd).every((word, index) => word === words[index]);
}

function detectIn(document: Document, lines: Uint16Array, tail: Tail, maxGap: number): readonly Detection[] {
  const gaps = measureGaps(lines, tail);
  const found: Detection[] = [];
  const title = document.blocks.find((block) => block.role === 'title');
  let listed = false;
  for (const block of document.blocks.slice(tail.from)) {
    const at = block.index;
    const bits = lines[at] ?? 0;
    if (block.role === 'title') continue;
    if ((bits & PAGE_STRONG) !== 0) listed = (bits & PAGE_HEADS) !== 0 || (listed && (bits & (PAGE_MORE | LINE_PROSE)) !== 0);
    const gap = gaps[at] ?? 0;
    const isNamed = (bits & GOES) !== 0;
    const isText = (bits & (LINE_SENTENCE | LINE_PROSE)) !== 0;
    const isTeaser = tail.teasers[at] === 1 && !isOwnTeaser(document, title, at);
    const isLink = isTeaser || (listed && !isText && block.role !== 'caption' && !CAPTION.test(block.text));
    const isBetween = gap > 0 && gap <= maxGap && !mayBeContent(block, bits);
    if (isNamed || isLink || isBetween || isEnclosed(lines, tail, at)) found.push(toDetection(block, tail, gap, isLink));
  }
  return found;
}

/**
 * Lines of the page below the story: menus, link lists, forms, prompts. After the last paragraph of the story a tail
 * begins with its first named line; when enough of its lines are named, those go, the links under a head of a list, and
 * short rows of lines between. Captions, list items, rows of data and sentences stay.
 */
export const tailFurniture: Detector = {
  name: 'tail-furniture',
  thresholds: ['page.min_strong_lines', 'page.min_named_share', 'page.max_gap', 'page.story_reach'],
  lists: [
    'page.list_heads',
    'page.tail_heads',
    'page.menu',
    'page.sections',
    'page.stamps',
    'page.more',
    'page.prompts',
    'page.advert_labels',
    'page.tail_labels',
  ],
  detect(document, context) {
    const labels = context.ruleset.lists['page.tail_labels'] ?? NO_LABELS;
    const named = pageLines(document, context.ruleset);
    const introduced = document.blocks.map((block) => isIntroduced(block, labels));
    const lines = takeHints(named.map((bits, at) => (introduced[at] ? bits | PAGE_MENU : bits)));
    const words = document.blocks.map((block) => block.words);
    const tail = findTail(lines, words, context.threshold('page.story_reach'));
    if (!tail || (tail.strong < context.threshold('page.min_strong_lines') && tail.density < 1)) return [];
    if (tail.density < context.threshold('page.min_named_share')) return [];
    return detectIn(document, lines, tail, context.threshold('page.max_gap'));
  },
};
