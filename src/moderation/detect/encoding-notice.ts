import type { Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import type { Span } from '../model/span.ts';
import type { TextEncoding } from '../model/text-encoding.ts';

const REPLACEMENT = '\ufffd';
const BEYOND_ASCII = /[^\0-\x7f]/u;
const BLANK = /\s/u;
/** UTF-16 code units shown of a word on each side of its first letter beyond ASCII; scripts without blanks have no words. */
const REACH = 20;

/** From the first to the last place of a block that could not be read. */
function toUndecodable({ text, start }: DocumentBlock, encoding: TextEncoding): Detection {
  return {
    kind: 'encoding',
    rule: 'encoding.undecodable@1',
    start: start + text.indexOf(REPLACEMENT),
    end: start + text.lastIndexOf(REPLACEMENT) + REPLACEMENT.length,
    confidence: 0.95,
    action: 'flagged',
    message: `bytes that are nothing in ${encoding.name}`,
    evidence: { encoding: encoding.name, from: encoding.from, places: encoding.replaced },
  };
}

/** The word around a place of a text. */
function wordAround(text: string, at: number): Span {
  let start = at;
  while (start > 0 && at - start < REACH && !BLANK.test(text.charAt(start - 1))) start--;
  let end = at + 1;
  while (end < text.length && end - at < REACH && !BLANK.test(text.charAt(end))) end++;
  return { start, end };
}

/** The first word that another encoding would spell another way. */
function findGuessed({ blocks }: Document, encoding: TextEncoding): readonly Detection[] {
  const block = blocks.find(({ text }) => BEYOND_ASCII.test(text));
  if (!block) return [];
  const word = wordAround(block.text, block.text.search(BEYOND_ASCII));
  const guess: Detection = {
    kind: 'encoding',
    rule: 'encoding.guessed@1',
    start: block.start + word.start,
    end: block.start + word.end,
    confidence: 0.9,
    action: 'flagged',
    message: `read as ${encoding.name}, for which little speaks: letters beyond ASCII may be other ones`,
    evidence: { encoding: encoding.name, confidence: encoding.confidence },
  };
  return [guess];
}

/** Text that may not be what its bytes meant: their encoding was hardly more than a guess, or some of them were none of it. */
export const encodingNotice: Detector = {
  name: 'encoding-notice',
  thresholds: ['encoding.guess_confidence'],
  lists: [],
  rules: [
    { id: 'encoding.guessed@1', kind: 'encoding', message: 'the encoding is hardly more than a guess' },
    { id: 'encoding.undecodable@1', kind: 'encoding', message: 'bytes that are nothing in the encoding of the text' },
  ],
  detect(document, { threshold }) {
    const { encoding } = document;
    if (!encoding) return [];
    const isGuess = encoding.from === 'detected' && encoding.confidence < threshold('encoding.guess_confidence');
    const damaged = encoding.replaced === 0 ? [] : document.blocks.filter(({ text }) => text.includes(REPLACEMENT));
    return [...(isGuess ? findGuessed(document, encoding) : []), ...damaged.map((block) => toUndecodable(block, encoding))];
  },
};
