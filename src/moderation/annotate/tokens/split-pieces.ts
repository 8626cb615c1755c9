import type { Block } from '../../model/block.ts';
import type { Span } from '../../model/span.ts';
import { splitSentences } from '../../text/split-sentences.ts';

/** Longest stretch, in UTF-16 code units, that is read as one sentence. */
const MAX_SENTENCE = 2000;

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

/** The sentences of a block before `limit`, none longer than 2,000 characters. */
export function splitPieces(text: string, block: Block, limit: number): readonly Span[] {
  const end = Math.min(block.end, limit);
  if (end <= block.start) return [];
  return splitSentences(text, block.start, end).flatMap((sentence) => cutLong(text, sentence));
}
