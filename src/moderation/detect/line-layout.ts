import type { DetectionContext, Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Edit } from '../model/edit.ts';
import type { Detection } from '../model/finding.ts';
import { countWords } from './layout/count-words.ts';
import { hyphenatedOf, joinedOf, judgeSeam, type SeamContext } from './layout/judge-seam.ts';
import type { LineEnd, Seam } from './layout/line-end.ts';
import { type BrokenParagraph, readLineEnds } from './layout/read-line-ends.ts';

/** Words shown as evidence at most. */
const MAX_SHOWN = 20;
const SOFT_HYPHEN = '\u00ad';

interface Broken extends BrokenParagraph {
  readonly block: DocumentBlock;
}

interface JudgedEnd extends LineEnd {
  readonly seam: Seam;
}

/** Does the article divide words, or do its lines break at hyphens that were there before? Few lines do not tell. */
function dividesWords(ends: readonly LineEnd[], { threshold }: DetectionContext): boolean {
  const divided = ends.filter(({ left, right }) => left !== '' && /^\p{Ll}/u.test(right)).length;
  return ends.length < threshold('layout.min_line_ends') || divided >= ends.length * threshold('layout.divided_share');
}

function gatherContext(document: Document, ends: readonly LineEnd[], context: DetectionContext): SeamContext {
  const { lists } = context.ruleset;
  const divided = ends.filter(({ left }) => left !== '');
  const wanted = new Set(divided.flatMap((end) => [joinedOf(end), hyphenatedOf(end)]));
  return {
    counts: wanted.size > 0 ? countWords(document, wanted) : new Map(),
    joiningWords: new Set(lists['layout.joining_words']),
    compoundBeginnings: new Set(lists['layout.compound_beginnings']),
    dividesWords: dividesWords(ends, context),
  };
}

function toEdit({ start, end, seam }: JudgedEnd): Edit {
  return seam === 'join' ? { start: start - 1, end, replacement: '' } : { start, end, replacement: seam === 'keep' ? '' : ' ' };
}

function nameWord({ left, right, seam }: JudgedEnd): string {
  return seam === 'join' ? `${left}${right}` : `${left}-${right}`;
}

function toDetection({ block, width, ends }: Broken, judged: readonly JudgedEnd[]): Detection {
  const words = judged.filter(({ seam }) => seam !== 'space').map(nameWord);
  const lines = { lines: ends.length + 1, width };
  const isDivided = judged.some(({ seam }) => seam === 'join');
  return {
    kind: 'leftover',
    rule: isDivided ? 'layout.hyphenation@1' : 'layout.line-wrap@1',
    start: block.start,
    end: block.end,
    confidence: 0.9,
    action: 'repaired',
    message: isDivided ? 'a paragraph broken into lines that divide words' : 'a paragraph broken into lines',
    evidence: words.length > 0 ? { ...lines, words: words.slice(0, MAX_SHOWN) } : lines,
    edits: judged.map(toEdit),
  };
}

/**
 * Paragraphs that were broken at a column are put together again, divided words with them: an edit for each end of a line.
 * Poems, lists, tables, addresses and code do not break in the middle of sentences and stay as they are.
 */
export const lineLayout: Detector = {
  name: 'line-layout',
  ownPoints: ['layout.line-wrap', 'layout.hyphenation'],
  thresholds: ['layout.min_line_ends', 'layout.divided_share'],
  lists: ['layout.joining_words', 'layout.compound_beginnings'],
  rules: [
    { id: 'layout.line-wrap@1', kind: 'leftover', message: 'a paragraph broken into lines' },
    { id: 'layout.hyphenation@1', kind: 'leftover', message: 'a paragraph broken into lines that divide words' },
  ],
  detect(document, context) {
    const broken: readonly Broken[] = document.blocks.flatMap((block) => {
      const paragraph = readLineEnds(block);
      return paragraph ? [{ ...paragraph, block }] : [];
    });
    if (broken.length === 0) return [];
    const known = gatherContext(
      document,
      broken.flatMap(({ ends }) => ends),
      context,
    );
    return broken.map((one) => {
      const judged = one.ends.map((end) => {
        const isSoft = document.text[end.start - 1] === SOFT_HYPHEN;
        return { ...end, seam: judgeSeam(end, isSoft, known) };
      });
      return toDetection(one, judged);
    });
  },
};
