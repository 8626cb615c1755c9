import type { DetectionContext, Detector } from '../model/detector.ts';
import type { DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import { endsSentence, LINE_PROSE, LINE_SENTENCE } from '../text/describe-lines.ts';
import { PAGE_LABEL, PAGE_MORE, PAGE_NAMED, pageLines } from '../text/page-lines.ts';
import { toSet } from '../text/to-set.ts';

/** UTF-16 code units in which the colon has to stand. */
const MAX_LABEL = 32;
/** One to three words in capitals at the front. */
const CAPITALS = /^(\p{Lu}{2,12}(?:\s\p{Lu}{2,12}){0,2})[\s:|>–—-]{1,4}(?=["“‘'(]?[\p{Lu}\d])/u;
const LOWER_WORD = /\s\p{Ll}/u;
/** Words of label and title together. */
const MIN_LABELLED = 4;
/** Words: fewer before "Read more" may be a heading of the story, more may be its beginning. */
const MIN_TEASER = 5;
const MAX_TEASER = 20;
const OPEN_END = /(?:…|\.\.|[,:;–—-])["'”’)]{0,2}$/u;

/** The words before a colon near the start of a line, in lower case. */
function labelOf(block: DocumentBlock): string | undefined {
  const colon = block.text.slice(0, MAX_LABEL).indexOf(':');
  if (colon > 0) return block.text.slice(0, colon).trim().toLowerCase();
  return undefined;
}

/** A label in capitals before a title that is not: "PREVIOUS Harbour pilots end their strike". */
function capitalLabelOf(block: DocumentBlock): string | undefined {
  const label = CAPITALS.exec(block.text)?.[1];
  return label !== undefined && LOWER_WORD.test(block.text) ? label.toLowerCase() : undefined;
}

function findLabel(block: DocumentBlock, context: DetectionContext, lists: Lists): string | undefined {
  if (block.role === 'title' || block.role === 'code' || block.words > context.threshold('read_also.max_words')) return undefined;
  if (block.words < MIN_LABELLED || endsSentence(block.text)) return undefined;
  const label = labelOf(block);
  if (label !== undefined && lists.labels.has(label)) return label;
  const capitals = capitalLabelOf(block);
  return capitals !== undefined && lists.capitals.has(capitals) ? capitals : undefined;
}

interface Lists {
  readonly labels: ReadonlySet<string>;
  readonly capitals: ReadonlySet<string>;
}

function toDetection(block: DocumentBlock, label: string): Detection {
  return {
    kind: 'boilerplate',
    rule: 'page.read-also-line@2',
    start: block.start,
    end: block.end,
    confidence: 0.92,
    action: 'removed',
    message: 'a link to another article',
    evidence: { words: block.words, label },
  };
}

/** The title of another article above its "Read more". */
function isTeaser(block: DocumentBlock, bits: number, above: number, below: number): boolean {
  if ((below & PAGE_MORE) === 0 || (bits & (PAGE_NAMED | LINE_SENTENCE | LINE_PROSE)) !== 0 || (above & LINE_SENTENCE) === 0)
    return false;
  if (block.role === 'title' || block.role === 'quote' || block.role === 'list_item' || block.role === 'code') return false;
  return block.words >= MIN_TEASER && block.words <= MAX_TEASER && !OPEN_END.test(block.text);
}

/** "Related: title of another article": a label before words that end no sentence; or such words above "Read more". */
export const readAlsoLine: Detector = {
  name: 'read-also-line',
  thresholds: ['read_also.max_words'],
  lists: ['page.link_labels', 'page.capital_labels', 'page.more'],
  detect(document, context) {
    const lines = pageLines(document, context.ruleset);
    const lists = {
      labels: toSet(context.ruleset.lists['page.link_labels']),
      capitals: toSet(context.ruleset.lists['page.capital_labels']),
    };
    return document.blocks.flatMap((block) => {
      const bits = lines[block.index] ?? 0;
      const label = (bits & PAGE_LABEL) === 0 ? findLabel(block, context, lists) : undefined;
      if (label !== undefined) return [toDetection(block, label)];
      const isLink = isTeaser(block, bits, lines[block.index - 1] ?? 0, lines[block.index + 1] ?? 0);
      return isLink ? [toDetection(block, document.blocks[block.index + 1]?.text ?? '')] : [];
    });
  },
};
