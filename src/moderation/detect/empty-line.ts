import type { Detector } from '../model/detector.ts';

/** Signs that stand on buttons: close, forward, back. Rows of stars or dashes divide a text and are not among them. */
const BUTTON = /^[×✕✖✗«»‹›❮❯▲△▾▼☰]{1,3}$/u;
const INVISIBLE = /^[\p{Zs}\u00ad\u200b-\u200f\u2060-\u2064\ufeff\u115f\u3164]{1,20}$/u;

/** Lines without anything to read: characters that have no width, and signs of buttons. */
export const emptyLine: Detector = {
  name: 'empty-line',
  thresholds: [],
  lists: [],
  ownPoints: ['page.empty-line'],
  detect(document) {
    return document.blocks
      .filter((block) => block.words === 0 && block.text.length <= 20 && block.role !== 'code')
      .filter((block) => INVISIBLE.test(block.text) || BUTTON.test(block.text))
      .map((block) => ({
        kind: 'boilerplate',
        rule: 'page.empty-line@1',
        start: block.start,
        end: block.end,
        confidence: 0.95,
        action: 'removed',
        message: 'a line with nothing to read',
        evidence: { characters: block.text.length },
      }));
  },
};
