import type { Detector } from '../model/detector.ts';

/** A URL slug left standing as a line of its own. */
export const slugLine: Detector = {
  name: 'slug-line',
  thresholds: [],
  lists: [],
  detect(document) {
    return document.blocks
      .filter((block) => block.role === 'slug')
      .map((block) => ({
        kind: 'slug_line',
        rule: 'slug.line@1',
        start: block.start,
        end: block.end,
        confidence: 0.97,
        action: 'removed',
        message: 'the address of the article as a line of text',
        evidence: { words: block.words },
      }));
  },
};
