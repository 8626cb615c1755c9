import type { Detector } from '../model/detector.ts';

const REPLACEMENT = '\ufffd';

/** Blocks with characters that were lost on the way: what stood there nobody can tell, so they are pointed out. */
export const replacementCharacter: Detector = {
  name: 'replacement-character',
  thresholds: [],
  lists: [],
  rules: [{ id: 'encoding.lost-character@1', kind: 'encoding', message: 'characters that could not be read on the way' }],
  detect(document) {
    if (!document.text.includes(REPLACEMENT)) return [];
    return document.blocks
      .filter(({ text }) => text.includes(REPLACEMENT))
      .map(({ text, start }) => ({
        kind: 'encoding',
        rule: 'encoding.lost-character@1',
        start: start + text.indexOf(REPLACEMENT),
        end: start + text.lastIndexOf(REPLACEMENT) + 1,
        confidence: 0.9,
        action: 'flagged',
        message: 'characters that could not be read on the way',
        evidence: { characters: text.split(REPLACEMENT).length - 1 },
      }));
  },
};
