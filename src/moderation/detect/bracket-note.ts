import type { DetectionContext, Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import { toSet } from '../text/to-set.ts';
import { ABOUT_CODE_LISTS } from './leftover/about-code-lists.ts';
import { isAboutCode } from './leftover/is-about-code.ts';

/** A note in brackets: two to eight words. */
const NOTE = /[[<]([\p{L}'’]{1,20}(?:[ /][\p{L}'’]{1,20}){1,7})[\]>]/gu;

function findNotes(block: DocumentBlock, words: ReadonlySet<string>, asking: ReadonlySet<string>): readonly RegExpExecArray[] {
  if (!/[[<]/u.test(block.text)) return [];
  return Array.from(block.text.matchAll(NOTE)).filter(([, inner = '']) => {
    const said = inner.toLowerCase().replaceAll('’', "'").split(/[ /]/u);
    return said.every((word) => words.has(word) || asking.has(word)) && said.some((word) => asking.has(word));
  });
}

function toDetection(document: Document, block: DocumentBlock, match: RegExpExecArray): Detection {
  const start = block.start + match.index;
  const end = start + match[0].length;
  const isLine = start === block.start && end === block.end && block.role !== 'title';
  const isShown = document.blocks[block.index - 1]?.text.endsWith(':') === true;
  return {
    kind: 'leftover',
    rule: isLine ? 'leftover.note-line@1' : 'leftover.note-text@1',
    start,
    end,
    confidence: 0.88,
    action: isLine && !isShown ? 'removed' : 'flagged',
    message: 'a note that asks for something to be put in',
    evidence: { note: match[0] },
  };
}

function detectNotes(document: Document, context: DetectionContext): readonly Detection[] {
  const words = toSet(context.ruleset.lists['leftover.placeholder_words']);
  const asking = toSet(context.ruleset.lists['leftover.placeholder_verbs']);
  const detections = document.blocks
    .filter(({ role }) => role !== 'code')
    .flatMap((block) => findNotes(block, words, asking).map((match) => toDetection(document, block, match)));
  return detections.length === 0 || isAboutCode(document, detections, context) ? [] : detections;
}

/** "[Your Name]", "[insert date here]": notes in brackets of which every word asks for something to be put in. */
export const bracketNote: Detector = {
  name: 'bracket-note',
  thresholds: [],
  lists: ['leftover.placeholder_words', 'leftover.placeholder_verbs', ...ABOUT_CODE_LISTS],
  detect: detectNotes,
};
