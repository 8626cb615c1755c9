import type { Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import { SAME_WORDS } from '../text/describe-difference.ts';
import { findRefrains } from '../text/find-refrains.ts';
import { meaningfulSigns } from '../text/meaningful-signs.ts';
import { opensQuotation } from '../text/opens-quotation.ts';
import { wordHashes } from '../text/shingle-hashes.ts';

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
  return opensQuotation(a.text) !== opensQuotation(b.text);
}

/** How a block with the words of an earlier one differs from it; only a copy in every respect is removed. */
type Likeness = 'exact' | 'quoted' | 'other-signs';

const MESSAGES: Readonly<Record<Likeness, string>> = {
  exact: 'says word for word what an earlier paragraph said',
  quoted: 'a statement that is quoted once and printed once',
  'other-signs': 'the words of an earlier paragraph with other signs',
};

function compareSigns(block: DocumentBlock, first: DocumentBlock): Likeness {
  if (isQuotedOnce(block, first)) return 'quoted';
  return meaningfulSigns(block.text) === meaningfulSigns(first.text) ? 'exact' : 'other-signs';
}

function toDetection(block: DocumentBlock, first: DocumentBlock): Detection {
  const likeness = compareSigns(block, first);
  const isExact = likeness === 'exact';
  return {
    kind: isExact ? 'duplicate' : 'near_duplicate',
    rule: `duplicate.${likeness}@1`,
    start: block.start,
    end: block.end,
    confidence: 0.98,
    action: isExact ? 'removed' : 'flagged',
    message: MESSAGES[likeness],
    evidence: {
      words: block.words,
      distance_blocks: block.index - first.index,
      containment: 1,
      jaccard: 1,
      difference: SAME_WORDS,
      ...(likeness === 'other-signs' ? { signs: meaningfulSigns(block.text), signs_before: meaningfulSigns(first.text) } : {}),
    },
    relatedSpans: [{ start: first.start, end: first.end }],
  };
}

/** Blocks whose words stand in the same order in an earlier block; refrains stay, and what other signs make another statement. */
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
