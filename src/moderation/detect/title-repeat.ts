import type { Detector } from '../model/detector.ts';
import type { DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import { SAME_WORDS } from '../text/describe-difference.ts';
import { findRefrains } from '../text/find-refrains.ts';
import { hashBlock } from '../text/hash-block.ts';
import { meaningfulSigns } from '../text/meaningful-signs.ts';

/** A line is as long as the title here, so the stretch is short. */
const EDGES = /^[\p{So}\s]{1,100}|[\p{So}\s]{1,100}$/gu;

/** Symbols around a line decorate it, and a title may lose its question mark. */
function signsOf(block: DocumentBlock): string {
  return meaningfulSigns(block.text.replace(EDGES, '')).replaceAll('?', '');
}

function toDetection(block: DocumentBlock, title: DocumentBlock): Detection {
  return {
    kind: 'title_repeat',
    rule: 'title.repeat@1',
    start: block.start,
    end: block.end,
    confidence: 0.99,
    action: 'removed',
    message: 'the title once more',
    evidence: { words: block.words, containment: 1, jaccard: 1, difference: SAME_WORDS },
    relatedSpans: [{ start: title.start, end: title.end }],
  };
}

/**
 * Lines with the same words as the title; case, apostrophes and punctuation do not count. The title itself stays, and so
 * does the line of a song or a poem that its title is taken from.
 */
export const titleRepeat: Detector = {
  name: 'title-repeat',
  thresholds: ['title_repeat.min_words'],
  lists: [],
  detect(document, context) {
    const title = document.blocks.find((block) => block.role === 'title');
    if (!title || title.words < context.threshold('title_repeat.min_words')) return [];
    if (findRefrains(document).isSong) return [];
    const hash = hashBlock(document, title);
    const repeats = document.blocks.filter(
      (block) => block !== title && block.words === title.words && block.role !== 'slug' && hashBlock(document, block) === hash,
    );
    if (repeats.length === 0) return [];
    const signs = signsOf(title);
    return repeats.filter((block) => signsOf(block) === signs).map((block) => toDetection(block, title));
  },
};
