import type { CleanedText } from '../../model/cleaned-text.ts';
import type { Sentence } from './sentence.ts';
import { splitPieces } from './split-pieces.ts';
import { tokenizeSentence } from './tokenize-sentence.ts';

/** The sentences of all blocks but code that begin before `limit`, in order, each tokenized once for all annotators. */
export function readSentences({ text, blocks }: CleanedText, limit: number): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (const [row, block] of blocks.entries()) {
    if (block.start >= limit) break;
    if (block.kind === 'code') continue;
    for (const span of splitPieces(text, block, limit))
      sentences.push({ ...span, block: row, kind: block.kind, tokens: tokenizeSentence(text, span) });
  }
  return sentences;
}
