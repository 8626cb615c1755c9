import type { DetectionContext, Detector } from '../model/detector.ts';
import type { DocumentBlock } from '../model/document.ts';
import { endsSentence } from '../text/describe-lines.ts';

/** UTF-16 code units in which the colon has to stand. */
const MAX_LABEL = 32;

/** The words before a colon near the start of a line, in lower case. */
function labelOf(block: DocumentBlock): string | undefined {
  const colon = block.text.slice(0, MAX_LABEL).indexOf(':');
  return colon > 0 ? block.text.slice(0, colon).trim().toLowerCase() : undefined;
}

function isLink(block: DocumentBlock, context: DetectionContext, labels: ReadonlySet<string>): boolean {
  if (block.role === 'title' || block.role === 'code' || block.words > context.threshold('read_also.max_words')) return false;
  const label = labelOf(block);
  return label !== undefined && labels.has(label) && !endsSentence(block.text);
}

/** "Related: title of another article": a label, a colon, and words that end no sentence. */
export const readAlsoLine: Detector = {
  name: 'read-also-line',
  thresholds: ['read_also.max_words'],
  lists: ['page.link_labels'],
  detect(document, context) {
    const labels = new Set(context.ruleset.lists['page.link_labels']);
    return document.blocks
      .filter((block) => isLink(block, context, labels))
      .map((block) => ({
        kind: 'boilerplate',
        rule: 'page.read-also-line@1',
        start: block.start,
        end: block.end,
        confidence: 0.92,
        action: 'removed',
        message: 'a link to another article',
        evidence: { words: block.words, label: labelOf(block) ?? '' },
      }));
  },
};
