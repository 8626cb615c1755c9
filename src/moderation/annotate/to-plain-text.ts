import type { Block } from '../model/block.ts';
import type { CleanedText } from '../model/cleaned-text.ts';

/** A line of nothing but white space. The separator is captured by the split, so offsets add up. */
const BLANK_LINE = /(\r?\n[^\S\n]*\n\s*)/u;

function toBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let at = 0;
  for (const [index, part] of text.split(BLANK_LINE).entries()) {
    const start = at + part.length - part.trimStart().length;
    const end = start + part.trim().length;
    if (index % 2 === 0 && end > start) blocks.push({ kind: 'paragraph', start, end, sourceStart: start, sourceEnd: end });
    at += part.length;
  }
  return blocks;
}

/** A plain text as if it had been cleaned: blocks are divided by blank lines, offsets are those of `text`. */
export function toPlainText(text: string): CleanedText {
  return { text, edits: [], blocks: toBlocks(text), toSource: (span) => span };
}
