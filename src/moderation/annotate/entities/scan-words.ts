import type { Span } from '../../model/span.ts';
import { LEXICON } from './lexicon.ts';
import type { Word } from './word.ts';

/** Abbreviations with inner full stops, or letters and digits with single joints between them. Linear: no part overlaps the next. */
const WORD = /(?:\p{L}\.){2,8}|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’&\-‐‑][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
const CAPITAL = /^(?:\p{Lu}|\p{Ll}\p{Lu})/u;
const POSSESSIVE = /['’][sS]$/u;
const LOWER = /\p{Ll}/u;
const TWO_LETTERS = /\p{L}[^\p{L}]*\p{L}/u;
const MAX_GAP = 4;
const BEFORE_TECHNICAL = '@#/_';
const AFTER_TECHNICAL = '@_';
const NO_TAGS: ReadonlySet<string> = new Set();

function isTechnical(text: string, start: number, end: number): boolean {
  const before = start > 0 ? (text[start - 1] ?? '') : '';
  if (before !== '' && BEFORE_TECHNICAL.includes(before)) return true;
  const after = text[end] ?? '';
  if (after !== '' && AFTER_TECHNICAL.includes(after)) return true;
  const inDomain = (at: number): boolean =>
    text[at] === '.' && /[\p{Ll}\p{N}]/u.test(text[at + 1] ?? '') && /\S/u.test(text[at - 1] ?? ' ');
  return inDomain(end) || (start > 0 && inDomain(start - 1)) || text.startsWith('://', end);
}

/** Index in `word` of the hyphen before a lower-case compound ending, or -1. */
function compoundCut(word: string): number {
  const hyphen = word.lastIndexOf('-');
  return hyphen > 0 && LEXICON.compoundEndings.has(word.slice(hyphen + 1)) ? hyphen : -1;
}

function toWord(text: string, sentence: Span, matched: string, start: number, previousEnd: number): Word {
  const possessive = POSSESSIVE.test(matched);
  const whole = possessive ? matched.slice(0, -2) : matched;
  const cut = compoundCut(whole);
  const word = cut > 0 ? whole.slice(0, cut) : whole;
  return {
    start,
    end: start + word.length,
    text: word,
    lower: word.toLowerCase(),
    gap: text.slice(previousEnd, Math.min(start, previousEnd + MAX_GAP)),
    first: previousEnd === sentence.start,
    capital: CAPITAL.test(word),
    upper: !LOWER.test(word) && TWO_LETTERS.test(word),
    possessive,
    technical: isTechnical(text, start, start + matched.length),
    compoundEnding: cut > 0 ? whole.slice(cut + 1) : '',
    tags: NO_TAGS,
  };
}

/** The words of one sentence, still without tags. Linear in its length. */
export function scanWords(text: string, sentence: Span): readonly Word[] {
  const words: Word[] = [];
  let previousEnd = sentence.start;
  const from = sentence.start;
  for (const match of text.slice(from, sentence.end).matchAll(WORD)) {
    const word = toWord(text, sentence, match[0], from + match.index, previousEnd);
    words.push(words.length === 0 ? { ...word, first: true } : { ...word, first: false });
    previousEnd = from + match.index + match[0].length;
  }
  return words;
}
