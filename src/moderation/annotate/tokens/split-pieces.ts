import type { Block } from '../../model/block.ts';
import type { Span } from '../../model/span.ts';
import { splitSentences } from '../../text/split-sentences.ts';
import { findBreaks } from './find-breaks.ts';

/** Longest stretch, in UTF-16 code units, that is read as one sentence. */
const MAX_SENTENCE = 2000;
const BLANK = /^\s$/u;

function cutAtSpace(text: string, start: number, end: number): number {
  if (end - start <= MAX_SENTENCE) return end;
  const space = text.lastIndexOf(' ', start + MAX_SENTENCE);
  return space > start + MAX_SENTENCE / 2 ? space : start + MAX_SENTENCE;
}

function cutLong(text: string, sentence: Span): readonly Span[] {
  const pieces: Span[] = [];
  for (let start = sentence.start; start < sentence.end; ) {
    const end = cutAtSpace(text, start, sentence.end);
    pieces.push({ start, end });
    start = end;
  }
  return pieces;
}

/** The parts of a sentence between breaks, without the blanks around them. `breaks` are those in it, ascending. */
function cutAtBreaks(text: string, sentence: Span, breaks: readonly number[]): readonly Span[] {
  const pieces: Span[] = [];
  let { start } = sentence;
  for (const cut of [...breaks, sentence.end]) {
    let end = cut;
    while (end > start && BLANK.test(text.charAt(end - 1))) end--;
    if (end > start) pieces.push({ start, end });
    start = Math.max(start, cut);
    while (start < sentence.end && BLANK.test(text.charAt(start))) start++;
  }
  return pieces;
}

/** Sentences ended at breaks, too. One pass over both. */
function cutAll(text: string, sentences: readonly Span[], breaks: readonly number[]): readonly Span[] {
  if (breaks.length === 0) return sentences;
  let row = 0;
  return sentences.flatMap((sentence) => {
    while ((breaks[row] ?? Number.POSITIVE_INFINITY) < sentence.start) row++;
    const from = row;
    while ((breaks[row] ?? Number.POSITIVE_INFINITY) < sentence.end) row++;
    return row === from ? [sentence] : cutAtBreaks(text, sentence, breaks.slice(from, row));
  });
}

/** The sentences of a block before `limit`, none longer than 2,000 characters; cells of a table and short lines are sentences, too. */
export function splitPieces(text: string, block: Block, limit: number): readonly Span[] {
  const end = Math.min(block.end, limit);
  if (end <= block.start) return [];
  const sentences = splitSentences(text, block.start, end);
  return cutAll(text, sentences, findBreaks(text, { ...block, end })).flatMap((sentence) => cutLong(text, sentence));
}
