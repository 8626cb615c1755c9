import type { Span } from '../../../model/span.ts';
import type { Sentence } from '../../tokens/sentence.ts';
import type { NameToken } from './name-token.ts';

/** Abbreviations with inner full stops, or letters and digits with apostrophes and ampersands between them. Linear: no part overlaps the next. */
const WORD = /(?:\p{L}\.){2,8}|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’&][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
const ASCII_WORD = /^[A-Za-z]+$/u;
const POSSESSIVE = /['’][sS]$/u;
const TECHNICAL = /^[@#]|[@_]|:\/\/|^www\.|\.\p{Ll}{2,6}(?:\/|$)|\p{Ll}\.\p{Ll}/u;
const BEFORE_TECHNICAL = /[@#]$/u;
/** Characters of a gap that are kept. */
const MAX_GAP = 8;

function addWord(words: NameToken[], text: string, from: number, start: number, word: string, technical: boolean): number {
  const end = start + word.length;
  words.push({ start, end, text: word, gap: text.slice(Math.max(from, start - MAX_GAP), start), technical });
  return end;
}

/** The words of a sentence that names are made of, in order. Linear. */
export function splitNameTokens(text: string, sentence: Sentence): readonly NameToken[] {
  const words: NameToken[] = [];
  let end = sentence.start;
  for (const token of sentence.tokens) {
    const isBehindMark = token.before !== ' ' && BEFORE_TECHNICAL.test(token.before);
    // Most tokens are plain words, in which no expression has to look for more.
    if (ASCII_WORD.test(token.text)) {
      end = addWord(words, text, end, token.start, token.text, isBehindMark);
      continue;
    }
    const technical = isBehindMark || TECHNICAL.test(token.text);
    for (const { 0: found, index } of token.text.matchAll(WORD)) {
      const word = POSSESSIVE.test(found) ? found.slice(0, -2) : found;
      if (word !== '') end = addWord(words, text, end, token.start + index, word, technical);
    }
  }
  return words;
}

/** What stands after the last word of the sentence, at most 8 characters. */
export function tailOf(text: string, sentence: Span, words: readonly NameToken[]): string {
  const end = words.at(-1)?.end ?? sentence.start;
  return text.slice(end, Math.min(sentence.end, end + MAX_GAP));
}
