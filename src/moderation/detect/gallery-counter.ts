import type { Detector } from '../model/detector.ts';

const COUNTER = /^\d{1,3}(?:\s?(?:\/|of|von|sur|de)\s?\d{1,3})?$/u;
const CREDITED =
  /credit:|(?:photo|image|picture|foto|bild|crédit|imagen)s?(?: by| credit)?:|\((?:ap|afp|reuters|getty|dpa|epa)\b|getty images/iu;

/** A number on a picture in a gallery: a line of its own right above a caption with a credit. */
export const galleryCounter: Detector = {
  name: 'gallery-counter',
  thresholds: [],
  lists: [],
  detect(document) {
    return document.blocks
      .filter((block) => block.words <= 3 && block.text.length <= 12 && COUNTER.test(block.text))
      .filter((block) => CREDITED.test(document.blocks[block.index + 1]?.text ?? ''))
      .map((block) => ({
        kind: 'boilerplate',
        rule: 'page.gallery-counter@1',
        start: block.start,
        end: block.end,
        confidence: 0.9,
        action: 'removed',
        message: 'the number of a picture in a gallery',
        evidence: { characters: block.text.length },
      }));
  },
};
