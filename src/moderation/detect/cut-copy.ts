import type { Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import { TOKEN_SYMBOL } from '../model/token-table.ts';
import { alignWords } from '../text/align-words.ts';
import { describeDifference } from '../text/describe-difference.ts';
import { meaningfulSigns } from '../text/meaningful-signs.ts';
import { opensQuotation } from '../text/opens-quotation.ts';
import { sequenceHash, wordHashes } from '../text/shingle-hashes.ts';
import { SHINGLE_WORDS } from '../text/shingle-index.ts';

const CUT_SHORT = /(?:…|\.\.)["'”’)\]»]{0,3}$/u;
/** Blocks that begin with the same words and are compared. */
const MAX_CANDIDATES = 8;

/** Shingles of a range of words, most of which are different. */
function countShingles(words: number): number {
  return Math.max(1, words - SHINGLE_WORDS + 1);
}

function toDetection(document: Document, block: DocumentBlock, first: DocumentBlock): Detection {
  const shown = {
    from: first.tokenStart,
    to: Math.min(first.tokenEnd, first.tokenStart + 2 * (block.tokenEnd - block.tokenStart)),
  };
  const runs = alignWords(document.tokens, shown, { from: block.tokenStart, to: block.tokenEnd });
  return {
    kind: 'duplicate',
    rule: 'duplicate.cut-copy@1',
    start: block.start,
    end: block.end,
    confidence: 0.95,
    action: 'removed',
    message: 'the beginning of an earlier paragraph, cut short',
    evidence: {
      words: block.words,
      of_words: first.words,
      distance_blocks: block.index - first.index,
      containment: 1,
      jaccard: Math.round((countShingles(block.words) / countShingles(first.words)) * 1000) / 1000,
      difference: describeDifference(document, runs),
    },
    relatedSpans: [{ start: first.start, end: first.end }],
  };
}

/** True when the words of a block are the first ones of an earlier block that goes on. Costs the length of the block. */
function isBeginning({ tokens }: Document, block: DocumentBlock, earlier: DocumentBlock): boolean {
  if (block.words >= earlier.words) return false;
  let row = earlier.tokenStart;
  for (let own = block.tokenStart; own < block.tokenEnd; own++) {
    if (tokens.kinds[own] === TOKEN_SYMBOL) continue;
    while (row < earlier.tokenEnd && tokens.kinds[row] === TOKEN_SYMBOL) row++;
    if (tokens.hashes[own] !== tokens.hashes[row++]) return false;
  }
  return true;
}

function hasItsSigns(block: DocumentBlock, earlier: DocumentBlock): boolean {
  return meaningfulSigns(earlier.text).startsWith(meaningfulSigns(block.text));
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
      const mayBeCut = CUT_SHORT.test(block.text.slice(-8)) && !opensQuotation(block.text);
      const beginning = wordHashes(document.tokens, block.tokenStart, Math.min(block.tokenEnd, block.tokenStart + minWords * 2));
      const hash = sequenceHash(beginning, 0, minWords);
      const earlier = byBeginning.get(hash) ?? [];
      const isWhole = (other: DocumentBlock): boolean => isBeginning(document, block, other) && hasItsSigns(block, other);
      const whole = mayBeCut ? earlier.find(isWhole) : undefined;
      if (whole) found.push(toDetection(document, block, whole));
      if (earlier.length < MAX_CANDIDATES) byBeginning.set(hash, [...earlier, block]);
    }
    return found;
  },
};
