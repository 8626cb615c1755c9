import type { Document, DocumentBlock } from '../model/document.ts';
import { TOKEN_SYMBOL } from '../model/token-table.ts';
import type { OverlapFinder } from './overlap-finder.ts';
import { HOLDERS, SHINGLE_WORDS, type ShingleIndex } from './shingle-index.ts';
import { splitSentences } from './split-sentences.ts';

/** Which sentences of a block stand in an earlier block, word for word. */
export interface SaidSentences {
  readonly sentences: number;
  readonly said: number;
  /** Words of the sentences that were said before and have at least the wanted length. */
  readonly words: number;
}

/** How sentences are looked for. */
export interface SaidSearch {
  readonly index: ShingleIndex;
  readonly finder: OverlapFinder;
  /** Words: shorter sentences add nothing to `SaidSentences.words`. */
  readonly minWords: number;
  /** Index of the only block in which to look; without it, each sentence may stand in a block of its own. */
  readonly earlier?: number;
}

/** Places in `ShingleIndex.ids`. */
interface Places {
  readonly from: number;
  readonly to: number;
}

function countHolders({ holders, ids }: ShingleIndex, at: number): number {
  const first = (ids[at] ?? 0) * HOLDERS;
  let count = 0;
  while (count < HOLDERS && holders[first + count] !== 0) count++;
  return count;
}

function findRarest(index: ShingleIndex, { from, to }: Places): number {
  let rarest = from;
  let least = HOLDERS + 1;
  for (let at = from; at < to && least > 1; at++) {
    const count = countHolders(index, at);
    if (count >= least) continue;
    least = count;
    rarest = at;
  }
  return rarest;
}

/** True when a block holds a shingle. Only a shingle with all places taken has to be looked up in the block itself. */
function holds(index: ShingleIndex, finder: OverlapFinder, block: number, at: number): boolean {
  const id = index.ids[at] ?? 0;
  const count = countHolders(index, at);
  for (let place = id * HOLDERS; place < id * HOLDERS + count; place++) if (index.holders[place] === block + 1) return true;
  return count === HOLDERS && finder.rowOf(block, id) !== undefined;
}

function isSaidIn({ index, finder }: SaidSearch, earlier: number, places: Places): boolean {
  let at = places.from;
  while (at < places.to && holds(index, finder, earlier, at)) at++;
  return at === places.to;
}

function isSaid(search: SaidSearch, block: number, places: Places): boolean {
  if (search.earlier !== undefined) return isSaidIn(search, search.earlier, places);
  const { holders, ids } = search.index;
  const first = (ids[findRarest(search.index, places)] ?? 0) * HOLDERS;
  for (let place = first; place < first + HOLDERS; place++) {
    const earlier = (holders[place] ?? 0) - 1;
    if (earlier < 0 || earlier >= block) return false;
    if (isSaidIn(search, earlier, places)) return true;
  }
  return false;
}

/** The words of a sentence. */
interface SentenceWords {
  readonly count: number;
  /** Row where the last shingle begins; of fewer words than a shingle has, the row of the last one; -1 without any. */
  readonly lastStart: number;
  /** Row behind the last word. */
  readonly next: number;
}

/** Reads the words of a sentence that ends at `end`, from `row` on. */
function readWords({ tokens }: Document, row: number, limit: number, end: number): SentenceWords {
  let count = 0;
  let [third, second, last] = [-1, -1, -1];
  for (let at = row; at < limit && (tokens.starts[at] ?? 0) < end; at++) {
    if (tokens.kinds[at] === TOKEN_SYMBOL) continue;
    count++;
    third = second;
    second = last;
    last = at;
  }
  return { count, lastStart: count < SHINGLE_WORDS ? last : third, next: last < 0 ? row : last + 1 };
}

/**
 * The shingles that stand for a sentence. One of fewer words than a shingle has none of its own: it was said when it was
 * said together with what follows, or at the end with what goes before.
 */
function findPlaces(index: ShingleIndex, { count, lastStart }: SentenceWords, from: number, block: Places): Places {
  let to = from;
  while (to < block.to && (index.rows[to] ?? 0) <= lastStart) to++;
  const isShort = count > 0 && count < SHINGLE_WORDS;
  return isShort && to === from ? { from: Math.max(block.from, from - 1), to: from } : { from, to };
}

/** Counts the sentences among the first `length` UTF-16 code units of a block that were said before. Linear in `length`. */
export function measureSaid(document: Document, block: DocumentBlock, length: number, search: SaidSearch): SaidSentences {
  const { index, minWords } = search;
  const spans = splitSentences(document.text, block.start, Math.min(block.end, block.start + length));
  const whole = { from: index.offsets[block.index] ?? 0, to: index.offsets[block.index + 1] ?? 0 };
  let at = whole.from;
  let row = block.tokenStart;
  let [said, words] = [0, 0];
  for (const { end } of spans) {
    const sentence = readWords(document, row, block.tokenEnd, end);
    const places = findPlaces(index, sentence, at, whole);
    row = sentence.next;
    while (at < whole.to && (index.rows[at] ?? 0) < row) at++;
    const isEmpty = places.to === places.from;
    // A sentence without a shingle of its own repeats what stands before it in the block itself.
    const repeatsItself = isEmpty && places.from > whole.from;
    if (!repeatsItself && (isEmpty || !isSaid(search, block.index, places))) continue;
    said++;
    if (!repeatsItself && sentence.count >= minWords) words += sentence.count;
  }
  return { sentences: spans.length, said, words };
}
