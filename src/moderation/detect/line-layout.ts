import type { DetectionContext, Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Edit } from '../model/edit.ts';
import type { Detection } from '../model/finding.ts';
import { toSet } from '../text/to-set.ts';
import { countWords } from './layout/count-words.ts';
import { hyphenatedOf, joinedOf, judgeSeam, type SeamContext } from './layout/judge-seam.ts';
import type { LineEnd, Seam } from './layout/line-end.ts';
import { type BrokenParagraph, readLineEnds } from './layout/read-line-ends.ts';

/** Words shown as evidence at most. */
const MAX_SHOWN = 20;
/** UTF-16 code units between the longest lines of two paragraphs that were broken at one column. */
const SAME_COLUMN = 8;
const SOFT_HYPHEN = '\u00ad';
/** UTF-16 code units. */
const MAX_OPEN_WORD = 8;
const LAST_WORD = /\s([\p{Ll}\p{Lo}]{1,8})$/u;

interface Broken extends BrokenParagraph {
  readonly block: DocumentBlock;
}

interface JudgedEnd extends LineEnd {
  readonly seam: Seam;
}

type Judged = readonly (LineEnd & { readonly seam: Seam | 'open' })[];

/**
 * Does the article divide words, or do its lines break at hyphens that were there before, as those of mail do? A word that is
 * certainly divided tells, and so do many that may be; what begins or ends compounds does not count.
 */
function dividesWords(ends: Judged, { threshold }: DetectionContext, beginnings: ReadonlySet<string>): boolean {
  if (ends.some(({ left, seam }) => seam === 'join' && !beginnings.has(left.toLowerCase()))) return true;
  const open = ends.filter(({ seam }) => seam === 'open').length;
  return open >= threshold('layout.min_divided') && open >= ends.length * threshold('layout.divided_share');
}

function gatherContext(document: Document, ends: readonly LineEnd[], { ruleset: { lists } }: DetectionContext): SeamContext {
  const divided = ends.filter(({ left }) => left !== '');
  const wanted = new Set(divided.flatMap((end) => [joinedOf(end), hyphenatedOf(end)]));
  return {
    counts: wanted.size > 0 ? countWords(document, wanted) : new Map(),
    joiningWords: toSet(lists['layout.joining_words']),
    compoundBeginnings: toSet(lists['layout.compound_beginnings']),
    compoundEndings: toSet(lists['layout.compound_endings']),
    syllables: toSet(lists['layout.syllables']),
  };
}

function toEdit({ start, end, seam }: JudgedEnd): Edit {
  return seam === 'join' ? { start: start - 1, end, replacement: '' } : { start, end, replacement: seam === 'keep' ? '' : ' ' };
}

function nameWord({ left, right, seam }: JudgedEnd): string {
  return seam === 'join' ? `${left}${right}` : `${left}-${right}`;
}

/** Settles the line ends that say nothing themselves by what the article does. */
function judgeEnds(document: Document, ends: readonly LineEnd[], context: DetectionContext): readonly JudgedEnd[] {
  const known = gatherContext(document, ends, context);
  const judged = ends.map((end) => ({ ...end, seam: judgeSeam(end, document.text[end.start - 1] === SOFT_HYPHEN, known) }));
  const open: Seam = dividesWords(judged, context, known.compoundBeginnings) ? 'join' : 'keep';
  return judged.map((end) => ({ ...end, seam: end.seam === 'open' ? open : end.seam }));
}

/** Does a line end with a word that needs the next one, as `the` does? */
function hasOpenWord(text: string, ends: readonly LineEnd[], openWords: ReadonlySet<string>): boolean {
  return ends.some(({ start }) => {
    const word = LAST_WORD.exec(text.slice(Math.max(0, start - MAX_OPEN_WORD - 1), start))?.[1];
    return word !== undefined && openWords.has(word);
  });
}

/** Paragraphs that are broken at a column, and those that may be where another is at about the same one. */
function findBroken({ blocks, text }: Document, { ruleset }: DetectionContext): readonly Broken[] {
  const openWords = toSet(ruleset.lists['layout.open_words']);
  const all: readonly Broken[] = blocks.flatMap((block) => {
    // A line end that markup asks for is meant.
    const paragraph = block.stated === undefined ? readLineEnds(block) : undefined;
    if (!paragraph) return [];
    return [{ ...paragraph, block, isProse: paragraph.isProse || hasOpenWord(text, paragraph.ends, openWords) }];
  });
  const widths = new Set(all.flatMap(({ isProse, width }) => (isProse ? [width] : [])));
  const isNear = (width: number): boolean => Array.from(widths).some((other) => Math.abs(other - width) <= SAME_COLUMN);
  return all.filter(({ isProse, width }) => isProse || isNear(width));
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
  thresholds: ['layout.min_divided', 'layout.divided_share'],
  lists: [
    'layout.open_words',
    'layout.joining_words',
    'layout.compound_beginnings',
    'layout.compound_endings',
    'layout.syllables',
  ],
  rules: [
    { id: 'layout.line-wrap@1', kind: 'leftover', message: 'a paragraph broken into lines' },
    { id: 'layout.hyphenation@1', kind: 'leftover', message: 'a paragraph broken into lines that divide words' },
  ],
  detect(document, context) {
    const broken = findBroken(document, context);
    if (broken.length === 0) return [];
    const judged = judgeEnds(
      document,
      broken.flatMap(({ ends }) => ends),
      context,
    );
    let at = 0;
    return broken.map((one) => {
      const start = at;
      at += one.ends.length;
      return toDetection(one, judged.slice(start, at));
    });
  },
};
