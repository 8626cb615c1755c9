import type { TokenTable } from '../model/token-table.ts';
import { wordHashes } from '../text/shingle-hashes.ts';
import { tokenize } from '../text/tokenize.ts';
import type { RawBlock } from './raw-block.ts';
import { readByline } from './read-byline.ts';

/** Words: shorter lines are labels, longer ones are sentences. */
const MIN_TITLE_WORDS = 3;
const MAX_TITLE_WORDS = 40;
/** The path to an article begins at the home page. */
const PATH = /^(?:home|startseite|accueil|inicio|início)\s?[>»›/|]/iu;
/** Words: a line of two sentences and more than this is text. */
const MAX_WORDS_OF_TWO_SENTENCES = 15;

/** Lines of a header in which, without a byline, any other line than the first is guessed to be the title. */
const MAX_GUESSED_HEADER = 12;

/** Rows of the token table by which the words of the story are known, and words of a block that counts as story. */
const STORY_ROWS = 600;
const MIN_STORY_WORDS = 12;
/** UTF-16 code units; shorter words stand in every text. */
const LONG_WORD = 4;
/** Share of a line's longer words that the story has too (measured on labelled pages: titles .4 and more, labels below .34). */
const WEAK_SHARE = 0.34;
const STRONG_SHARE = 0.5;
const STRONG_WORDS = 6;

/** Lines below a title in which its byline or date stands (measured on labelled pages: one to five). */
const BYLINE_REACH = 5;

/** A page title often ends in " - Site": at least this share of it has to stand in the line (measured on labelled pages). */
const MIN_TITLE_SHARE = 0.5;

function isPrefix(words: readonly number[], of: readonly number[]): boolean {
  return words.length <= of.length && words.every((word, index) => word === of[index]);
}

function matchesGivenTitle(words: readonly number[], given: readonly number[]): boolean {
  if (words.length === 0 || words.length < given.length * MIN_TITLE_SHARE) return false;
  return isPrefix(words, given) && (words.length >= 2 || words.length === given.length);
}

function isText(block: RawBlock): boolean {
  return block.words > MAX_WORDS_OF_TWO_SENTENCES && /\p{Ll}[.!?]["”’)]?\s\p{Lu}/u.test(block.text);
}

function canBeTitle(block: RawBlock): boolean {
  if (isText(block) || PATH.test(block.text)) return false;
  return block.words >= MIN_TITLE_WORDS && block.words <= MAX_TITLE_WORDS && !/[.。:]$|^https?:|\s[»>›]\s/u.test(block.text);
}

/** True when a byline or date stands close below: then a line is no entry of the menu above the title. */
function precedesByline(blocks: readonly RawBlock[], at: number): boolean {
  return blocks.slice(at + 1, at + 1 + BYLINE_REACH).some((block) => readByline(block) !== undefined);
}

/** Hashes of the longer words of the first paragraphs below the header. */
function wordsOfStory(blocks: readonly RawBlock[], tokens: TokenTable, inHeader: (block: RawBlock) => boolean): Set<number> {
  const words = new Set<number>();
  let rows = 0;
  for (const block of blocks) {
    if (inHeader(block) || block.words < MIN_STORY_WORDS) continue;
    const end = Math.min(block.tokenEnd, block.tokenStart + STORY_ROWS - rows);
    for (const hash of longWords(tokens, block.tokenStart, end)) words.add(hash);
    rows += block.tokenEnd - block.tokenStart;
    if (rows >= STORY_ROWS) break;
  }
  return words;
}

function longWords(tokens: TokenTable, from: number, to: number): readonly number[] {
  const hashes: number[] = [];
  for (let row = from; row < to; row++) {
    if ((tokens.ends[row] ?? 0) - (tokens.starts[row] ?? 0) >= LONG_WORD) hashes.push(tokens.hashes[row] ?? 0);
  }
  return hashes;
}

/**
 * The candidate that says most of what the story says; one right below the first is its subtitle, and the first stays.
 */
function findClosest(
  candidates: readonly RawBlock[],
  first: RawBlock,
  shareOf: (block: RawBlock) => number,
): RawBlock | undefined {
  let closest: RawBlock | undefined;
  for (const block of candidates) {
    if (block.index <= first.index + 1 || block.words <= MIN_TITLE_WORDS || shareOf(block) === 0) continue;
    if (!closest || shareOf(block) > shareOf(closest)) closest = block;
  }
  return closest;
}

/**
 * The first candidate, unless it is short or says little of what the story says, and a later one is longer and does:
 * then the first is the name of a section, a programme or a picture.
 */
function chooseTitle(
  candidates: readonly RawBlock[],
  blocks: readonly RawBlock[],
  tokens: TokenTable,
  inHeader: (block: RawBlock) => boolean,
): number {
  const first = candidates[0];
  if (!first || candidates.length === 1) return first?.index ?? -1;
  const story = wordsOfStory(blocks, tokens, inHeader);
  const shareOf = (block: RawBlock): number => {
    const words = longWords(tokens, block.tokenStart, block.tokenEnd);
    return words.length === 0 ? 0 : words.filter((hash) => story.has(hash)).length / words.length;
  };
  const isForeign = shareOf(first) < WEAK_SHARE;
  if (!isForeign && first.words > MIN_TITLE_WORDS) return first.index;
  const least = isForeign ? first.words + 1 : STRONG_WORDS;
  const strong = candidates.find((block) => block.words >= least && shareOf(block) >= STRONG_SHARE);
  if (strong || shareOf(first) > 0) return (strong ?? first).index;
  return (findClosest(candidates, first, shareOf) ?? first).index;
}

/** The line of the header that is most likely the title and has a byline close below. */
function findAboveByline(blocks: readonly RawBlock[], tokens: TokenTable, inHeader: (block: RawBlock) => boolean): number {
  const candidates = blocks.filter((block) => inHeader(block) && canBeTitle(block) && precedesByline(blocks, block.index));
  return chooseTitle(candidates, blocks, tokens, inHeader);
}

/** The line above the byline; without one, the likeliest line of the header that may be a title. */
function guessTitle(blocks: readonly RawBlock[], tokens: TokenTable, inHeader: (block: RawBlock) => boolean): number {
  const aboveByline = findAboveByline(blocks, tokens, inHeader);
  if (aboveByline >= 0) return aboveByline;
  const candidates = blocks.filter((block) => inHeader(block) && canBeTitle(block));
  const isShortHeader = !blocks[MAX_GUESSED_HEADER] || !inHeader(blocks[MAX_GUESSED_HEADER]);
  return isShortHeader ? chooseTitle(candidates, blocks, tokens, inHeader) : (candidates[0]?.index ?? -1);
}

/**
 * Index in `blocks` of the title: the line that equals the title handed in with the article; without one, the
 * line of the header that looks most like a title. When no line equals it, the line above the byline. -1 when there is none.
 */
export function findTitle(
  blocks: readonly RawBlock[],
  tokens: TokenTable,
  givenTitle: string | undefined,
  inHeader: (block: RawBlock) => boolean,
): number {
  const title = tokenize(givenTitle ?? '');
  const given = wordHashes(title, 0, title.count);
  if (given.length === 0) return guessTitle(blocks, tokens, inHeader);
  const equal = blocks.findIndex(
    (block) => block.words <= MAX_TITLE_WORDS && matchesGivenTitle(wordHashes(tokens, block.tokenStart, block.tokenEnd), given),
  );
  return equal < 0 ? findAboveByline(blocks, tokens, inHeader) : equal;
}
