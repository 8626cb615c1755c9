import type { DetectionContext, Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import { LINE_PROSE, LINE_SENTENCE } from '../text/describe-lines.ts';
import { PAGE_LIST_HEAD, pageLines } from '../text/page-lines.ts';

interface LinkList {
  readonly head: number;
  /** Half-open range of blocks under the head. */
  readonly from: number;
  readonly to: number;
  /** Mean words of a line. */
  readonly meanWords: number;
}

function endsList(block: DocumentBlock | undefined, bits: number): boolean {
  return !block || block.role === 'title' || block.role === 'quote' || (bits & (LINE_PROSE | LINE_SENTENCE)) !== 0;
}

/** The last line before the story goes on may be the heading of what follows: it stays when it is short. */
function sparesHeading(document: Document, from: number, to: number, maxHeading: number): number {
  const last = document.blocks[to - 1];
  if (to === document.blocks.length || !last || to <= from) return to;
  return last.words <= maxHeading || last.text.endsWith('?') ? to - 1 : to;
}

function readList(document: Document, lines: Uint16Array, head: number, context: DetectionContext): LinkList | undefined {
  let to = head + 1;
  const most = context.threshold('link_list.max_lines');
  while (to < lines.length && to - head <= most && !endsList(document.blocks[to], lines[to] ?? 0)) to++;
  if (to - head > most) return undefined;
  const end = sparesHeading(document, head + 1, to, context.threshold('link_list.max_heading_words'));
  if (end <= head + 1) return undefined;
  let words = 0;
  for (let at = head + 1; at < end; at++) words += document.blocks[at]?.words ?? 0;
  return { head, from: head + 1, to: end, meanWords: words / (end - head - 1) };
}

function toDetection(block: DocumentBlock, list: LinkList): Detection {
  return {
    kind: 'boilerplate',
    rule: 'page.link-list@1',
    start: block.start,
    end: block.end,
    confidence: 0.88,
    action: 'removed',
    message: 'a link in a list of other articles',
    evidence: { lines: list.to - list.from, line: block.index - list.head, mean_words: Math.round(list.meanWords * 10) / 10 },
  };
}

/** Titles of other articles under a head such as "Related stories", wherever it stands: lines that end no sentence. */
export const linkList: Detector = {
  name: 'link-list',
  thresholds: ['link_list.max_lines', 'link_list.max_heading_words'],
  lists: ['page.list_heads'],
  detect(document, context) {
    const lines = pageLines(document, context.ruleset);
    const title = document.blocks.find((block) => block.role === 'title')?.index ?? -1;
    const found: Detection[] = [];
    for (let at = Math.max(0, title); at < lines.length; at++) {
      if (((lines[at] ?? 0) & PAGE_LIST_HEAD) === 0) continue;
      const list = readList(document, lines, at, context);
      if (!list) continue;
      for (const block of document.blocks.slice(list.head, list.to)) found.push(toDetection(block, list));
      at = list.to - 1;
    }
    return found;
  },
};
