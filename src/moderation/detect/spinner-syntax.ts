import type { Detector } from '../model/detector.ts';
import type { DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import { ABOUT_CODE_LISTS } from './leftover/about-code-lists.ts';
import { isAboutCode } from './leftover/is-about-code.ts';

/** UTF-16 code units of a choice with all its wordings. */
const MAX_CHOICE = 2000;
const MIN_LETTERS = 4;
const MAX_EXCERPT = 80;

/** Wordings between braces, parted by bars: letters, and in the shortest case whole words. "{x | x > 0}" is a set. */
function isChoice(inner: string): boolean {
  const wordings = inner.split('|');
  if (wordings.length < 2 || /[=<>∈∀∃≤≥;]/u.test(inner)) return false;
  const letters = inner.replace(/[^\p{L}]/gu, '').length;
  return (
    letters >= MIN_LETTERS && wordings.every((wording) => wording.trim() === '' || /\p{L}{2}|^[aAiIàyo]$/u.test(wording.trim()))
  );
}

/** The closing brace of the one at `open`, inner ones passed over; -1 when there is none near. */
function findClosing(text: string, open: number): number {
  let depth = 0;
  const end = Math.min(text.length, open + MAX_CHOICE);
  for (let at = open; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x7b) depth++;
    else if (unit === 0x7d && --depth === 0) return at;
  }
  return -1;
}

function toDetection(block: DocumentBlock, open: number, close: number): Detection {
  const text = block.text.slice(open, close + 1);
  return {
    kind: 'leftover',
    rule: 'leftover.spinner@1',
    start: block.start + open,
    end: block.start + close + 1,
    confidence: 0.9,
    action: 'flagged',
    message: 'wordings that a text spinner left to choose from',
    evidence: { choices: text.split('|').length, text: text.slice(0, MAX_EXCERPT) },
  };
}

/** The outermost choices of a block. An opening brace that is not closed near ends the search: time stays linear. */
function detectInBlock(block: DocumentBlock): readonly Detection[] {
  const detections: Detection[] = [];
  let misses = 0;
  for (let at = block.text.indexOf('{'); at >= 0 && misses < 20; at = block.text.indexOf('{', at + 1)) {
    const close = findClosing(block.text, at);
    if (close < 0) misses++;
    else if (isChoice(block.text.slice(at + 1, close).replace(/[{}]/gu, ''))) {
      detections.push(toDetection(block, at, close));
      at = close;
    }
  }
  return detections;
}

/** Spinner syntax: "{big|large|huge}", also nested. Flagged: a person must choose. An article about code keeps it. */
export const spinnerSyntax: Detector = {
  name: 'spinner-syntax',
  thresholds: [],
  lists: ABOUT_CODE_LISTS,
  detect(document, context) {
    const detections = document.blocks
      .filter(({ role, text }) => role !== 'code' && text.includes('{') && text.includes('|'))
      .flatMap(detectInBlock);
    return detections.length === 0 || isAboutCode(document, detections, context) ? [] : detections;
  },
};
