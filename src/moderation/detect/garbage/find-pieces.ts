import type { Document } from '../../model/document.ts';
import type { Span } from '../../model/span.ts';
import type { NotedBlock } from '../../text/create-note.ts';

/** UTF-16 code units of a piece, and how many pieces make a token. */
const MIN_PIECE = 3;
const MAX_PIECE = 12;
const MIN_PIECES = 3;
const MAX_PIECES = 40;

/** A digit beside a letter: most blocks have none and are passed over. */
const MIXED = /[0-9](?:[a-zA-Z]|(?<=[a-zA-Z][0-9]))/u;

const SMALL = 1;
const CAPITAL = 2;
const DIGIT = 4;

function classOf(unit: number): number {
  if (unit >= 0x61 && unit <= 0x7a) return SMALL;
  if (unit >= 0x41 && unit <= 0x5a) return CAPITAL;
  return unit >= 0x30 && unit <= 0x39 ? DIGIT : 0;
}

/** Small letters beside capitals or digits in a way that no word, number or acronym has; 0 for a word, else its classes. */
function mixtureOf(text: string, start: number, end: number): number {
  let classes = 0;
  let turns = 0;
  let previous = 0;
  for (let at = start; at < end; at++) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === 0) return 0;
    const isTitleCase = previous === CAPITAL && kind === SMALL && at === start + 1;
    if (previous !== 0 && kind !== previous && !isTitleCase) turns++;
    classes |= kind;
    previous = kind;
  }
  return turns >= 2 || (turns === 1 && (classes & SMALL) !== 0 && (classes & CAPITAL) !== 0) ? classes : 0;
}

/** Runs of pieces of mixed letters and digits with one space between them, all three classes among them. One pass over the block's tokens. */
export function findPieces({ text, tokens }: Document, block: NotedBlock): readonly Span[] {
  if (!MIXED.test(block.text)) return [];
  const found: Span[] = [];
  let first = -1;
  let classes = 0;
  const close = (last: number): void => {
    const pieces = first < 0 ? 0 : last - first;
    if (pieces >= MIN_PIECES && pieces <= MAX_PIECES && classes === (SMALL | CAPITAL | DIGIT))
      found.push({ start: tokens.starts[first] ?? 0, end: tokens.ends[last - 1] ?? 0 });
    first = -1;
    classes = 0;
  };
  for (let row = block.tokenStart; row < block.tokenEnd; row++) {
    const start = tokens.starts[row] ?? 0;
    const end = tokens.ends[row] ?? 0;
    const length = end - start;
    const mixture = length < MIN_PIECE || length > MAX_PIECE ? 0 : mixtureOf(text, start, end);
    const follows = first >= 0 && start === (tokens.ends[row - 1] ?? 0) + 1 && text.charCodeAt(start - 1) === 0x20;
    if (mixture === 0 || !follows) close(row);
    if (mixture === 0) continue;
    if (first < 0) first = row;
    classes |= mixture;
  }
  close(block.tokenEnd);
  return found;
}
