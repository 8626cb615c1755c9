import type { Document, DocumentBlock } from '../../model/document.ts';
import type { Evidence } from '../../model/finding.ts';
import { alignWords, type RowRange } from '../../text/align-words.ts';
import { copyText } from '../../text/copy-text.ts';
import { createNote } from '../../text/create-note.ts';
import { describeDifference } from '../../text/describe-difference.ts';
import type { Overlap, OverlapFinder } from '../../text/overlap-finder.ts';
import type { ShingleIndex } from '../../text/shingle-index.ts';
import { countChangedFacts } from './count-changed-facts.ts';

/** A block this many times and words longer is not shown whole but around the words that both have. */
const MUCH_LONGER = 1.5;
const SLACK = 12;
/** Words shown before and behind. */
const MARGIN = 6;

/** How two texts differ. */
interface Difference {
  /** With `[-words-]` of the other block and `{+words+}` of this one. */
  readonly difference: string;
  /** Numbers and names of the one where the other has different ones. */
  readonly changedFacts: number;
}

/** UTF-16 code units of the longest text that is remembered with what differs from it. */
const MOST_NOTED = 1_000;

export interface Comparison extends Pick<Difference, 'changedFacts'> {
  readonly evidence: Evidence;
}

interface Means {
  readonly document: Document;
  readonly index: ShingleIndex;
  readonly finder: OverlapFinder;
  readonly other: DocumentBlock;
}

function findWindow(index: ShingleIndex, finder: OverlapFinder, block: DocumentBlock, other: DocumentBlock): RowRange {
  const length = block.tokenEnd - block.tokenStart;
  const whole = { from: other.tokenStart, to: other.tokenEnd };
  if (whole.to - whole.from <= MUCH_LONGER * length + SLACK) return whole;
  for (let at = index.offsets[block.index] ?? 0; at < (index.offsets[block.index + 1] ?? 0); at++) {
    const row = finder.rowOf(other.index, index.ids[at] ?? 0);
    if (row === undefined) continue;
    const start = row - ((index.rows[at] ?? 0) - block.tokenStart);
    return { from: Math.max(whole.from, start - MARGIN), to: Math.min(whole.to, start + length + MARGIN) };
  }
  return { from: whole.from, to: whole.from + MUCH_LONGER * length + SLACK };
}

/** What is compared are the words of the two texts; everything else that is handed in only finds them. */
function readDifference(block: DocumentBlock, _: string, { document, index, finder, other }: Means): Difference {
  const window = findWindow(index, finder, block, other);
  const runs = alignWords(document.tokens, window, { from: block.tokenStart, to: block.tokenEnd });
  const before = window.from > other.tokenStart ? '… ' : '';
  const after = window.to < other.tokenEnd ? ' …' : '';
  const difference = `${before}${describeDifference(document, runs)}${after}`;
  return { difference, changedFacts: countChangedFacts(document, runs) };
}

/**
 * The basis is the other text, in memory of its own: a piece of an article would keep the whole of it, and its notes would keep those of texts before
 * them, and so on without end.
 */
const noteDifference = createNote<Difference, string, Means, DocumentBlock>(readDifference);

/**
 * Aligns a block with the one it repeats. `containment` is the share of the block's own 3-word shingles. Costs the length of the block.
 */
export function compareRepeat(
  document: Document,
  index: ShingleIndex,
  finder: OverlapFinder,
  block: DocumentBlock,
  overlap: Overlap,
): Comparison {
  const other = document.blocks[overlap.block] ?? block;
  const read = other.text.length > MOST_NOTED ? readDifference : noteDifference;
  const { difference, changedFacts } = read(block, copyText(other.text), { document, index, finder, other });
  const round = (share: number): number => Math.round(share * 1000) / 1000;
  return { changedFacts, evidence: { containment: round(overlap.containment), jaccard: round(overlap.jaccard), difference } };
}
