import type { TokenTable } from '../model/token-table.ts';
import { wordHashes } from '../text/shingle-hashes.ts';
import { tokenize } from '../text/tokenize.ts';
import { parseByline } from './parse-byline.ts';
import type { RawBlock } from './raw-block.ts';

/** Words: shorter lines are labels, longer ones are sentences. */
const MIN_TITLE_WORDS = 3;
const MAX_TITLE_WORDS = 40;

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

function canBeTitle(block: RawBlock): boolean {
  return block.words >= MIN_TITLE_WORDS && block.words <= MAX_TITLE_WORDS && !/[.。:]$|^https?:|\s[»>]\s/u.test(block.text);
}

/** True when a byline or date stands close below: then a line is no entry of the menu above the title. */
function precedesByline(blocks: readonly RawBlock[], at: number): boolean {
  return blocks.slice(at + 1, at + 1 + BYLINE_REACH).some((block) => parseByline(block.text) !== undefined);
}

/** The first line of the header that may be a title and has a byline close below. */
function findAboveByline(blocks: readonly RawBlock[], inHeader: (block: RawBlock) => boolean): number {
  return blocks.findIndex((block) => inHeader(block) && canBeTitle(block) && precedesByline(blocks, block.index));
}

/** The line above the byline; without one, the first line of the header that may be a title. */
function guessTitle(blocks: readonly RawBlock[], inHeader: (block: RawBlock) => boolean): number {
  const aboveByline = findAboveByline(blocks, inHeader);
  return aboveByline >= 0 ? aboveByline : blocks.findIndex((block) => inHeader(block) && canBeTitle(block));
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
  if (given.length === 0) return guessTitle(blocks, inHeader);
  const equal = blocks.findIndex(
    (block) => block.words <= MAX_TITLE_WORDS && matchesGivenTitle(wordHashes(tokens, block.tokenStart, block.tokenEnd), given),
  );
  return equal < 0 ? findAboveByline(blocks, inHeader) : equal;
}
