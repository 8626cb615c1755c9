import type { DetectionContext, Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import { LINE_MARK, LINE_PROSE, LINE_TECHNICAL } from '../text/describe-lines.ts';
import {
  PAGE_ADVERT,
  PAGE_LABEL,
  PAGE_LIST_HEAD,
  PAGE_MENU,
  PAGE_MORE,
  PAGE_OPENER,
  PAGE_PROMPT,
  PAGE_SECTION,
  pageLines,
} from '../text/page-lines.ts';

/** What a rule takes out by itself; its neighbours are of the page too. */
const SURE = PAGE_LIST_HEAD | PAGE_PROMPT | PAGE_OPENER;
const ENTRY = SURE | PAGE_LABEL | PAGE_MENU | PAGE_MORE;
/** A counter of pictures, or a nought of comments, right above a label. */
const COUNTER = /^(?:\d{1,3}\s?(?:[/|]|of|von|sur|de)\s?\d{1,3}|0)$/u;
const MEMBER = ENTRY | PAGE_SECTION | PAGE_ADVERT | LINE_MARK;

const MAX_COUNTER = 12;

interface Run {
  readonly from: number;
  readonly to: number;
  /** The end without the marks behind the last entry. */
  readonly end: number;
  readonly entries: number;
  /** Entries that a rule takes out by itself. */
  readonly sure: number;
  readonly technical: number;
}

function isMember(block: DocumentBlock | undefined, bits: number): boolean {
  if ((bits & LINE_PROSE) !== 0) return false;
  return block !== undefined && block.role !== 'title' && block.role !== 'byline' && (bits & MEMBER) !== 0;
}

/** Counters right above a label belong to it. */
function openEarlier(document: Document, from: number): number {
  let start = from;
  while (start > 0 && COUNTER.test((document.blocks[start - 1]?.text ?? '').slice(0, MAX_COUNTER))) start--;
  return start;
}

function readRun(document: Document, lines: Uint16Array, from: number): Run {
  let to = from;
  let entries = 0;
  let sure = 0;
  let technical = 0;
  let end = from;
  for (; isMember(document.blocks[to], lines[to] ?? 0); to++) {
    const bits = lines[to] ?? 0;
    if ((bits & ENTRY) !== 0) entries++;
    if ((bits & SURE) !== 0) sure++;
    if ((bits & LINE_TECHNICAL) !== 0) technical++;
    if ((bits & (ENTRY | LINE_TECHNICAL)) !== 0 || technical > 1) end = to + 1;
  }
  return { from: sure > 0 ? openEarlier(document, from) : from, to, end, entries, sure, technical };
}

function isNavigation(run: Run, context: DetectionContext): boolean {
  return (
    run.entries >= context.threshold('navigation.min_entries') ||
    (run.sure > 0 && run.end - run.from >= context.threshold('navigation.min_beside_sure')) ||
    run.technical >= context.threshold('navigation.min_technical')
  );
}

function toDetection(block: DocumentBlock, run: Run): Detection {
  return {
    kind: 'boilerplate',
    rule: 'page.navigation-run@1',
    start: block.start,
    end: block.end,
    confidence: 0.86,
    action: 'removed',
    message: 'one of several labels of a page in a row',
    evidence: { run: run.end - run.from, entries: run.entries, technical: run.technical, line: block.index - run.from + 1 },
  };
}

/** Rows of labels that nothing interrupts: share buttons, menus, forms, file data. One label alone stays: it may be a heading. */
export const navigationRun: Detector = {
  name: 'navigation-run',
  thresholds: ['navigation.min_entries', 'navigation.min_beside_sure', 'navigation.min_technical'],
  lists: ['page.list_heads', 'page.menu', 'page.sections', 'page.stamps', 'page.more', 'page.advert_labels'],
  detect(document, context) {
    const lines = pageLines(document, context.ruleset);
    const found: Detection[] = [];
    for (let at = 0; at < lines.length; at++) {
      if (((lines[at] ?? 0) & (ENTRY | LINE_TECHNICAL)) === 0) continue;
      const run = readRun(document, lines, at);
      if (run.to === at) continue;
      if (isNavigation(run, context)) {
        for (const block of document.blocks.slice(run.from, run.end)) found.push(toDetection(block, run));
      }
      at = run.to;
    }
    return found;
  },
};
