import type { Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import { SAME_WORDS } from '../text/describe-difference.ts';
import { findRefrains } from '../text/find-refrains.ts';
import { wordHashes } from '../text/shingle-hashes.ts';

const OPENING_QUOTE = /^["“„«»‘']/u;
/** A credit is short, and repeats with its picture. */
const CREDIT = /^(?:photos?|images?|pictures?|fotos?|bild|crédit|credit)(?: by| credit)?:/iu;
const CREDIT_WORDS = 3;

function sameWords(document: Document, a: DocumentBlock, b: DocumentBlock): boolean {
  const left = wordHashes(document.tokens, a.tokenStart, a.tokenEnd);
  const right = wordHashes(document.tokens, b.tokenStart, b.tokenEnd);
  return left.length === right.length && left.every((word, index) => word === right[index]);
}

/** One copy is quoted, the other is not: a statement reported and then printed. */
function isQuotedOnce(a: DocumentBlock, b: DocumentBlock): boolean {
  return OPENING_QUOTE.test(a.text) !== OPENING_QUOTE.test(b.text);
}

function toDetection(block: DocumentBlock, first: DocumentBlock): Detection {
  const quoted = isQuotedOnce(block, first);
  return {
    kind: quoted ? 'near_duplicate' : 'duplicate',
    rule: quoted ? 'duplicate.quoted@1' : 'duplicate.exact@1',
    start: block.start,
    end: block.end,
    confidence: 0.98,
    action: quoted ? 'flagged' : 'removed',
    message: quoted ? 'a statement that is quoted once and printed once' : 'says word for word what an earlier paragraph said',
    evidence: {
      words: block.words,
      distance_blocks: block.index - first.index,
      containment: 1,
      jaccard: 1,
      difference: SAME_WORDS,
    },
    relatedSpans: [{ start: first.start, end: first.end }],
  };
}

/** Blocks whose words stand in the same order in an earlier block; refrains stay. The first copy stays. */
export const duplicate: Detector = {
  name: 'duplicate',
  thresholds: ['duplicate.min_words'],
  lists: [],
  detect(document, context) {
    const minWords = context.threshold('duplicate.min_words');
    const { firstOf, isRefrain } = findRefrains(document);
    const found: Detection[] = [];
    for (const block of document.blocks) {
      if (block.words < (CREDIT.test(block.text) ? CREDIT_WORDS : minWords) || block.role === 'title') continue;
      const first = firstOf(block);
      if (first === block || first.role === 'title' || !sameWords(document, first, block)) continue;
      if (CREDIT.test(block.text) || !isRefrain(block)) found.push(toDetection(block, first));
    }
    return found;
  },
};
