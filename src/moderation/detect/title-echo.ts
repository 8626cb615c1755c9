import type { DetectionContext, Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection, Evidence } from '../model/finding.ts';
import { alignWords } from '../text/align-words.ts';
import { describeDifference } from '../text/describe-difference.ts';
import { findRefrains } from '../text/find-refrains.ts';
import { meaningfulSigns } from '../text/meaningful-signs.ts';
import { shingleHashes, wordHashes } from '../text/shingle-hashes.ts';
import { SHINGLE_WORDS } from '../text/shingle-index.ts';

/** What a site puts between the title of an article and its own name or section. */
const SUFFIX = /\s[|–—·»:-]\s[^|–—·»]{1,40}$/u;
const CUT = /\s?(?:\.{2,4}|…|\[(?:\.{3}|…)\])$/u;
const SENTENCE_END = /[.!?…]["'”’)]{0,2}$/u;

function wordsOf(document: Document, block: DocumentBlock): readonly number[] {
  return wordHashes(document.tokens, block.tokenStart, block.tokenEnd);
}

/** How many of `words` stand in `title` in the same order. Zero as soon as one does not. */
function followsTitle(words: readonly number[], title: readonly number[]): boolean {
  let at = 0;
  for (const word of words) {
    while (at < title.length && title[at] !== word) at++;
    if (at++ >= title.length) return false;
  }
  return true;
}

function isShortened(words: readonly number[], title: readonly number[], context: DetectionContext): boolean {
  const share = words.length / title.length;
  return words.length < title.length && share >= context.threshold('title_echo.min_share') && followsTitle(words, title);
}

/** The title and then the name of a section or site. */
function isSuffixed(block: DocumentBlock, words: readonly number[], title: readonly number[]): boolean {
  const added = words.length - title.length;
  return added > 0 && added <= 4 && SUFFIX.test(block.text) && title.every((word, index) => words[index] === word);
}

/** The beginning of the title up to an ellipsis, which may cut a word. */
function isCut(block: DocumentBlock, title: DocumentBlock): boolean {
  const cut = CUT.exec(block.text);
  if (!cut || block.words * 2 < title.words) return false;
  const start = block.text.slice(0, cut.index).trimEnd().toLowerCase();
  return start.length < title.text.length && title.text.toLowerCase().startsWith(start);
}

/** What block and title share by 3-word shingles, and how their words differ. */
function compare(document: Document, block: DocumentBlock, title: DocumentBlock): Evidence {
  const own = shingleHashes(wordsOf(document, block), SHINGLE_WORDS);
  const others = shingleHashes(wordsOf(document, title), SHINGLE_WORDS);
  const shared = [...own].filter((shingle) => others.has(shingle)).length;
  const round = (part: number, whole: number): number => Math.round((part / Math.max(1, whole)) * 1000) / 1000;
  const runs = alignWords(
    document.tokens,
    { from: title.tokenStart, to: title.tokenEnd },
    { from: block.tokenStart, to: block.tokenEnd },
  );
  return {
    containment: round(shared, own.size),
    jaccard: round(shared, own.size + others.size - shared),
    difference: describeDifference(document, runs),
  };
}

/** Signs that the title lacks may make another statement of its words. */
function hasSignsOf(block: DocumentBlock, title: DocumentBlock): boolean {
  const known = meaningfulSigns(title.text);
  return [...meaningfulSigns(block.text)].every((sign) => sign === '-' || known.includes(sign));
}

type Echo = 'suffixed' | 'shortened' | 'cut';

const RULES: Readonly<Record<Echo, { readonly rule: string; readonly message: string }>> = {
  suffixed: { rule: 'title.with-section@1', message: 'the title once more, with the name of a section' },
  shortened: { rule: 'title.shortened@1', message: 'most words of the title once more' },
  cut: { rule: 'title.cut@1', message: 'the beginning of the title, cut short' },
};

function toDetection(document: Document, block: DocumentBlock, title: DocumentBlock, echo: Echo, copies: number): Detection {
  const certain = echo === 'cut' || ((echo === 'suffixed' || copies > 1) && hasSignsOf(block, title));
  return {
    kind: 'title_repeat',
    ...RULES[echo],
    start: block.start,
    end: block.end,
    confidence: certain ? 0.93 : 0.7,
    action: certain ? 'removed' : 'flagged',
    evidence: { words: block.words, of_words: title.words, copies, ...compare(document, block, title) },
    relatedSpans: [{ start: title.start, end: title.end }],
  };
}

/** Lines that say the title again with a section behind it, again and again with a few words left out, or cut short. */
export const titleEcho: Detector = {
  name: 'title-echo',
  thresholds: ['title_echo.min_words', 'title_echo.min_share'],
  lists: [],
  detect(document, context) {
    const title = document.blocks.find((block) => block.role === 'title');
    if (!title || title.words < context.threshold('title_echo.min_words')) return [];
    const titleWords = wordsOf(document, title);
    const near = document.blocks.filter((block) => block !== title && Math.abs(block.words - title.words) <= title.words / 2);
    const suffixed = near.filter((block) => isSuffixed(block, wordsOf(document, block), titleWords));
    const shortened = near.filter(
      (block) => !SENTENCE_END.test(block.text.slice(-4)) && isShortened(wordsOf(document, block), titleWords, context),
    );
    const cut = findRefrains(document).isSong ? [] : near.filter((block) => isCut(block, title));
    return [
      ...suffixed.map((block) => toDetection(document, block, title, 'suffixed', 1)),
      ...shortened.map((block) => toDetection(document, block, title, 'shortened', shortened.length)),
      ...cut.map((block) => toDetection(document, block, title, 'cut', 1)),
    ];
  },
};
