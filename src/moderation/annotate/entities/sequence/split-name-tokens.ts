import type { Span } from '../../../model/span.ts';
import type { Sentence } from '../../tokens/sentence.ts';
import type { Token } from '../../tokens/token.ts';
import type { NameToken } from './name-token.ts';

/** Abbreviations with inner full stops, or letters and digits with apostrophes and ampersands between them. Linear: no part overlaps the next. */
const WORD = /(?:\p{L}\.){2,8}|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’&][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
const ASCII_WORD = /^[A-Za-z]+$/u;
const POSSESSIVE = /['’][sS]$/u;
const TECHNICAL = /^[@#]|[@_]|:\/\/|^www\.|\.\p{Ll}{2,6}(?:\/|$)|\p{Ll}\.\p{Ll}/u;
const BEFORE_TECHNICAL = /[@#]$/u;
/** Characters of a gap that are kept. */
const MAX_GAP = 8;

function* scan({ text, start }: Token): Generator<readonly [string, number]> {
  if (ASCII_WORD.test(text)) yield [text, start];
  else
    for (const match of text.matchAll(WORD)) {
      const word = POSSESSIVE.test(match[0]) ? match[0].slice(0, -2) : match[0];
      if (word !== '') yield [word, start + match.index];
    }
}

/** The words of a sentence that names are made of, in order. Linear. */
export function splitNameTokens(text: string, sentence: Sentence): readonly NameToken[] {
  const words: NameToken[] = [];
  let end = sentence.start;
  for (const token of sentence.tokens) {
    const technical = TECHNICAL.test(token.text) || BEFORE_TECHNICAL.test(token.before);
    for (const [word, start] of scan(token)) {
      words.push({
        start,
        end: start + word.length,
        text: word,
        gap: text.slice(Math.max(end, start - MAX_GAP), start),
        technical,
      });
      end = start + word.length;
    }
  }
  return words;
}

/** What stands after the last word of the sentence, at most 8 characters. */
export function tailOf(text: string, sentence: Span, words: readonly NameToken[]): string {
  const end = words.at(-1)?.end ?? sentence.start;
  return text.slice(end, Math.min(sentence.end, end + MAX_GAP));
}
