import type { Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import { sequenceHash, wordHashes } from '../text/shingle-hashes.ts';

const CUT_SHORT = /(?:…|\.\.)["'”’)\]»]{0,3}$/u;
/** Blocks that begin with the same words and are compared. */
const MAX_CANDIDATES = 8;

function continues(words: readonly number[], earlier: readonly number[]): boolean {
  return words.length < earlier.length && words.every((word, index) => word === earlier[index]);
}

function toDetection(block: DocumentBlock, first: DocumentBlock): Detection {
  return {
    kind: 'duplicate',
    rule: 'duplicate.cut-copy@1',
    start: block.start,
    end: block.end,
    confidence: 0.95,
    action: 'removed',
    message: 'the beginning of an earlier paragraph, cut short',
    evidence: { words: block.words, of_words: first.words, distance_blocks: block.index - first.index },
    relatedSpans: [{ start: first.start, end: first.end }],
  };
}

function findWhole(document: Document, block: DocumentBlock, earlier: readonly DocumentBlock[]): DocumentBlock | undefined {
  const words = wordHashes(document.tokens, block.tokenStart, block.tokenEnd);
  return earlier.find(({ tokenStart, tokenEnd }) => continues(words, wordHashes(document.tokens, tokenStart, tokenEnd)));
}

/** A teaser of the article in the article: the first words of an earlier paragraph, ending in an ellipsis. */
export const cutCopy: Detector = {
  name: 'cut-copy',
  thresholds: ['cut_copy.min_words'],
  lists: [],
  detect(document, context) {
    const minWords = context.threshold('cut_copy.min_words');
    const byBeginning = new Map<number, DocumentBlock[]>();
    const found: Detection[] = [];
    for (const block of document.blocks) {
      if (block.words < minWords || block.role === 'title') continue;
      const beginning = wordHashes(document.tokens, block.tokenStart, Math.min(block.tokenEnd, block.tokenStart + minWords * 2));
      const hash = sequenceHash(beginning, 0, minWords);
      const earlier = byBeginning.get(hash) ?? [];
      const whole = CUT_SHORT.test(block.text.slice(-8)) ? findWhole(document, block, earlier) : undefined;
      if (whole) found.push(toDetection(block, whole));
      if (earlier.length < MAX_CANDIDATES) byBeginning.set(hash, [...earlier, block]);
    }
    return found;
  },
};
