import type { DetectionContext, Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import { findRefrains } from '../text/find-refrains.ts';
import { sequenceHash, wordHashes } from '../text/shingle-hashes.ts';

/** Opening and closing marks that adverts are framed with; quotation marks and plain brackets are not among them. */
const FRAME = /^[^\p{L}\p{M}\p{N}\s"'“”‘’«»()[\]{}.,:;!?…#@$€£&*•‣▪–—>-]/u;

/** Copies that a finding names; all of them for each of them would not be linear. */
const MAX_RELATED = 20;

function isFramed(block: DocumentBlock): boolean {
  const last = [...block.text.slice(-2)].at(-1) ?? '';
  return FRAME.test(block.text) || FRAME.test(last);
}

function groupByWords(document: Document, maxWords: number): readonly (readonly DocumentBlock[])[] {
  const groups = new Map<number, DocumentBlock[]>();
  for (const block of document.blocks) {
    if (block.words === 0 || block.words > maxWords || block.role === 'title' || block.role === 'slug') continue;
    const words = wordHashes(document.tokens, block.tokenStart, block.tokenEnd);
    const hash = sequenceHash(words, 0, words.length);
    const group = groups.get(hash);
    if (group) group.push(block);
    else groups.set(hash, [block]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** True when no two copies stand next to each other: inserts come between paragraphs, lists repeat in a row. */
function isScattered(group: readonly DocumentBlock[]): boolean {
  return group.every((block, index) => index === 0 || block.index - (group[index - 1]?.index ?? 0) > 1);
}

function toDetection(block: DocumentBlock, group: readonly DocumentBlock[], framed: boolean): Detection {
  const others = group.slice(0, MAX_RELATED + 1).filter((other) => other !== block);
  return {
    kind: 'spam_insert',
    rule: framed ? 'insert.framed-recurring@1' : 'insert.recurring@1',
    start: block.start,
    end: block.end,
    confidence: framed ? 0.95 : 0.6,
    action: framed ? 'removed' : 'flagged',
    message: framed ? 'a line framed by symbols that returns between paragraphs' : 'a short line that returns between paragraphs',
    evidence: { copies: group.length, words: block.words, framed },
    relatedSpans: others.slice(0, MAX_RELATED).map(({ start, end }) => ({ start, end })),
  };
}

function judge(document: Document, group: readonly DocumentBlock[], context: DetectionContext): readonly Detection[] {
  if (!isScattered(group)) return [];
  const framed = group.every(isFramed);
  if (!framed && group.some(findRefrains(document).isRefrain)) return [];
  const needed = context.threshold(framed ? 'insert.min_framed_copies' : 'insert.min_plain_copies');
  if (group.length < needed) return [];
  return group.map((block) => toDetection(block, group, framed));
}

/** Short lines that return between paragraphs: an advert that was injected, whatever it says. */
export const recurringInsert: Detector = {
  name: 'recurring-insert',
  thresholds: ['insert.max_words', 'insert.min_framed_copies', 'insert.min_plain_copies'],
  lists: [],
  detect(document, context) {
    return groupByWords(document, context.threshold('insert.max_words')).flatMap((group) => judge(document, group, context));
  },
};
