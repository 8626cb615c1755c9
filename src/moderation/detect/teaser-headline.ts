import type { DetectionContext, Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import { TOKEN_WORD } from '../model/token-table.ts';
import { createNote } from '../text/create-note.ts';
import { LINE_PROSE, LINE_SENTENCE } from '../text/describe-lines.ts';
import { PAGE_NAMED, pageLines } from '../text/page-lines.ts';

/** Words; a longer line is no title. */
const MAX_WORDS = 22;
/** Letters; shorter words stay small in titles, and stand in every text. */
const LONG_WORD = 4;
/** Share of the longer words of a title that begin with a capital; English titles have nearly all. */
const CAPITAL_SHARE = 0.8;
const TEXT = LINE_PROSE | LINE_SENTENCE;
const STARTS = /^["“‘'(]?[\p{Lu}\d]/u;
const OPEN_END = /[,:;–—-]["'”’)]{0,2}$/u;
const CREDIT = /[([](?:photo|image|credit|picture)|credit:|\|/iu;

const hasCapitals = createNote(({ text }): boolean => {
  if (!STARTS.test(text) || OPEN_END.test(text) || CREDIT.test(text)) return false;
  const words = text.split(/[\s/]+/u).filter((word) => word.length >= LONG_WORD);
  const capitals = words.filter((word) => STARTS.test(word)).length;
  return words.length >= 3 && capitals >= words.length * CAPITAL_SHARE && /\p{Ll}/u.test(text);
});

/** Written as English papers write titles: every longer word with a capital, and no full stop. */
function isHeadline(block: DocumentBlock, bits: number, minWords: number): boolean {
  if (block.words < minWords || block.words > MAX_WORDS || (bits & (PAGE_NAMED | TEXT)) !== 0) return false;
  if (block.role !== 'heading' && block.role !== 'paragraph') return false;
  return hasCapitals(block);
}

function toDetection(block: DocumentBlock, evidence: Detection['evidence']): Detection {
  return {
    kind: 'boilerplate',
    rule: 'page.teaser-headline@1',
    start: block.start,
    end: block.end,
    confidence: 0.8,
    action: 'removed',
    message: 'the title of another article',
    evidence,
  };
}

/** Rows of titles right below a paragraph that does not introduce them. */
function detectRows(document: Document, lines: Uint16Array, titles: readonly boolean[], least: number): readonly Detection[] {
  const found: Detection[] = [];
  for (let at = 1; at < titles.length; at++) {
    if (!titles[at] || titles[at - 1]) continue;
    let to = at;
    while (titles[to]) to++;
    const above = document.blocks[at - 1];
    const follows = ((lines[at - 1] ?? 0) & TEXT) !== 0 && !above?.text.endsWith(':');
    if (!follows || to - at < least) continue;
    for (const block of document.blocks.slice(at, to)) found.push(toDetection(block, { titles_in_a_row: to - at }));
  }
  return found;
}

function longWords(document: Document, block: DocumentBlock): readonly number[] {
  const { starts, ends, hashes, kinds } = document.tokens;
  const words: number[] = [];
  for (let row = block.tokenStart; row < block.tokenEnd; row++) {
    if (kinds[row] === TOKEN_WORD && (ends[row] ?? 0) - (starts[row] ?? 0) >= LONG_WORD) words.push(hashes[row] ?? 0);
  }
  return words;
}

/** Titles that stand alone between paragraphs, several of them, and speak of something else. */
function detectScattered(
  document: Document,
  lines: Uint16Array,
  titles: readonly boolean[],
  context: DetectionContext,
): readonly Detection[] {
  const isText = (at: number): boolean => ((lines[at] ?? 0) & TEXT) !== 0;
  const minWords = context.threshold('teaser.min_scattered_words');
  const alone = document.blocks.filter(
    ({ index, words }) => titles[index] && words >= minWords && isText(index - 1) && isText(index + 1),
  );
  const least = context.threshold('teaser.min_lines');
  if (alone.length < least) return [];
  const known = new Set(document.blocks.flatMap((block) => (isText(block.index) ? longWords(document, block) : [])));
  const found = alone.flatMap((block) => {
    const words = longWords(document, block);
    const share = words.filter((word) => known.has(word)).length / Math.max(1, words.length);
    if (share > context.threshold('teaser.max_share_known')) return [];
    return [toDetection(block, { titles_between_paragraphs: alone.length, share_known: Math.round(share * 100) / 100 })];
  });
  return found.length >= least ? found : [];
}

/**
 * Titles of other articles that no head announces, in a row below a paragraph or scattered among the paragraphs.
 * Only such as are written with capitals throughout; a heading takes up words of the story, these do not.
 */
export const teaserHeadline: Detector = {
  name: 'teaser-headline',
  thresholds: ['teaser.min_words', 'teaser.min_scattered_words', 'teaser.min_lines', 'teaser.max_share_known'],
  lists: [],
  detect(document, context) {
    const lines = pageLines(document, context.ruleset);
    const minWords = context.threshold('teaser.min_words');
    const titles = document.blocks.map((block) => isHeadline(block, lines[block.index] ?? 0, minWords));
    if (!titles.includes(true)) return [];
    const rows = detectRows(document, lines, titles, context.threshold('teaser.min_lines'));
    return [...rows, ...detectScattered(document, lines, titles, context)];
  },
};
