import type { Detector } from '../model/detector.ts';
import type { DocumentBlock } from '../model/document.ts';
import type { Detection, Evidence } from '../model/finding.ts';
import { createOverlapFinder } from '../text/overlap-finder.ts';
import { indexShingles } from '../text/shingle-index.ts';
import { compareRepeat } from './repeat/compare-repeat.ts';

/** UTF-16 code units; longer quotations are part of the story. */
const MAX_LENGTH = 600;
/** A quotation and nothing else, but for the name of the speaker behind a dash. */
const ALL_QUOTED = /^(?:>\s?)?["“„«»‘][^"“”„«»]{1,600}["”“»«’](?:\s{0,2}[–—-]{1,2}\s{0,2}[^"“”„«».!?]{1,60})?$/u;

function isQuotation(block: DocumentBlock): boolean {
  return block.text.length <= MAX_LENGTH && ALL_QUOTED.test(block.text);
}

function toDetection(block: DocumentBlock, whole: DocumentBlock, evidence: Evidence): Detection {
  return {
    kind: 'near_duplicate',
    rule: 'duplicate.pull-quote@1',
    start: block.start,
    end: block.end,
    confidence: 0.9,
    action: 'flagged',
    message: 'a quotation that a later paragraph gives in full',
    evidence,
    relatedSpans: [{ start: whole.start, end: whole.end }],
  };
}

/** Quotations set apart from the story and printed again in it, in a longer paragraph. Flagged, not removed. */
export const pullQuote: Detector = {
  name: 'pull-quote',
  thresholds: ['pull_quote.min_words', 'pull_quote.min_containment', 'near_duplicate.min_containment'],
  lists: [],
  detect(document, { threshold }) {
    const quotations = document.blocks.filter(
      (block) => block.role !== 'title' && block.words >= threshold('pull_quote.min_words') && isQuotation(block),
    );
    if (quotations.length === 0) return [];
    const index = indexShingles(document);
    const finder = createOverlapFinder(index, () => []);
    const found: Detection[] = [];
    for (const block of quotations) {
      const best = finder.findBest(block.index, (other) => other > block.index && finder.size(other) > finder.size(block.index));
      const whole = best && document.blocks[best.block];
      if (!whole || best.containment < threshold('pull_quote.min_containment')) continue;
      // The longer one adds little: then it is the near copy, and is flagged itself.
      if (best.shared >= threshold('near_duplicate.min_containment') * finder.size(best.block)) continue;
      found.push(toDetection(block, whole, compareRepeat(document, index, finder, block, best).evidence));
    }
    return found;
  },
};
