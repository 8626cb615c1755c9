import type { Block } from '../../model/block.ts';
import type { Span } from '../../model/span.ts';

/** A block all of whose lines are shorter than this, in UTF-16 code units, is a list and no wrapped prose. */
const MIN_WRAPPED = 40;
/** A line that would have had room for the next word within this part of the longest line was ended on purpose. */
const FULL = 0.75;
const BREAK = /\t|\r\n?|\n/gu;
const FIRST_WORD = /^[^\S\n]*\S*/u;
/** Characters of a line that are searched for its first word. */
const MAX_WORD = 80;

/** The lines of a block. */
function readLines(text: string, { start, end }: Span): readonly Span[] {
  const lines: Span[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(BREAK)) {
    if (match[0] === '\t') continue;
    lines.push({ start: from, end: start + match.index });
    from = start + match.index + match[0].length;
  }
  return [...lines, { start: from, end }];
}

function firstWordLength(text: string, { start, end }: Span): number {
  const [word = ''] = FIRST_WORD.exec(text.slice(start, Math.min(end, start + MAX_WORD))) ?? [];
  return word.length;
}

/** Ends of lines that do not end for want of room. */
function findLineBreaks(text: string, block: Block): readonly number[] {
  const lines = readLines(text, block);
  const width = lines.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  const isList = block.kind === 'table' || width < MIN_WRAPPED;
  return lines.slice(0, -1).flatMap((line, row) => {
    const next = lines[row + 1];
    if (!next) return [];
    return isList || line.end - line.start + 1 + firstWordLength(text, next) < width * FULL ? [line.end] : [];
  });
}

/**
 * Where the text of a block goes on with something else though no sentence ends: tabs, ends of rows in tables, and ends of lines
 * that are short, as those of addresses and of lists. Ascending. Linear.
 */
export function findBreaks(text: string, block: Block): readonly number[] {
  const tabs = [...text.slice(block.start, block.end).matchAll(BREAK)].flatMap(({ 0: mark, index }) =>
    mark === '\t' ? [block.start + index] : [],
  );
  return [...tabs, ...findLineBreaks(text, block)].sort((a, b) => a - b);
}
