import type { Document, DocumentBlock } from '../model/document.ts';
import { TOKEN_SYMBOL } from '../model/token-table.ts';
import type { OverlapFinder } from './find-overlaps.ts';
import { HOLDERS, SHINGLE_WORDS, type ShingleIndex } from './shingle-index.ts';
import { splitSentences } from './split-sentences.ts';

/** Which sentences of a block stand in one earlier block each, word for word. */
export interface SaidSentences {
  readonly sentences: number;
  readonly said: number;
  /** Words of the sentences that were said before and have at least the wanted length. */
  readonly words: number;
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

function isSaid(index: ShingleIndex, finder: OverlapFinder, block: number, places: Places): boolean {
  if (places.to <= places.from) return false;
  const first = (index.ids[findRarest(index, places)] ?? 0) * HOLDERS;
  for (let place = first; place < first + HOLDERS; place++) {
    const earlier = (index.holders[place] ?? 0) - 1;
    if (earlier < 0 || earlier >= block) return false;
    let at = places.from;
    while (at < places.to && holds(index, finder, earlier, at)) at++;
    if (at === places.to) return true;
  }
  return false;
}

/**
 * Counts the sentences of a block that stand in an earlier block. Sentences of one or two words never count as said.
 * `minWords`: the least length of a sentence that adds to `words`. Linear in the length of the block.
 */
export function measureSaid(
  document: Document,
  index: ShingleIndex,
  finder: OverlapFinder,
  block: DocumentBlock,
  minWords: number,
): SaidSentences {
  const { tokens, text } = document;
  const spans = splitSentences(text, block.start, block.end);
  const end = index.offsets[block.index + 1] ?? 0;
  let at = index.offsets[block.index] ?? 0;
  let row = block.tokenStart;
  let [said, words] = [0, 0];
  for (const span of spans) {
    const rows: number[] = [];
    for (; row < block.tokenEnd && (tokens.starts[row] ?? 0) < span.end; row++) {
      if (tokens.kinds[row] !== TOKEN_SYMBOL) rows.push(row);
    }
    const from = at;
    const lastStart = rows.at(-SHINGLE_WORDS) ?? -1;
    while (at < end && (index.rows[at] ?? 0) <= lastStart) at++;
    const places = { from, to: at };
    while (at < end && (index.rows[at] ?? 0) < row) at++;
    if (!isSaid(index, finder, block.index, places)) continue;
    said++;
    if (rows.length >= minWords) words += rows.length;
  }
  return { sentences: spans.length, said, words };
}
