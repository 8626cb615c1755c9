import type { Span } from '../../model/span.ts';
import { isSpace } from '../../text/is-space.ts';
import { createPieceMemo } from '../../text/piece-memo.ts';
// biome-ignore lint/correctness/useImportExtensions: the declarations stand in a .d.cts, the module itself is a .cjs.
import nlp from './compromise-one.cjs';
import type { Token } from './token.ts';

/** What we read of a term of compromise: its text and what stands around it. */
interface Term {
  readonly pre: string;
  readonly text: string;
  readonly post: string;
}

/** The two steps of compromise's tokenizer that find the terms of a sentence. */
interface Tokenizer {
  readonly splitTerms: (sentence: string, model: unknown) => readonly string[];
  readonly splitWhitespace: (term: string, model: unknown) => Term;
}

// Foreign data: compromise does not type its methods.
const TOKENIZER = (nlp.methods() as { readonly one: { readonly tokenize: Tokenizer } }).one.tokenize;
const MODEL: unknown = nlp.model();
const WORD = /\S+/gu;
/** Letters with nothing but blanks and common punctuation behind them. */
const PLAIN = /^([a-z]+)([ ,.;:]*)$/iu;

const LETTER_OR_DIGIT = /[a-z\d]/iu;
const OPENING_LETTER = /^[a-z]/iu;
const DASH = /[-–—]/u;
const DIGIT = /\d/u;
const NONE: readonly Term[] = [];

const spell = (terms: readonly Term[]): string => terms.map(({ pre, text, post }) => pre + text + post).join('');

/**
 * True for a word that compromise divides the same whatever stands beside it: signs that stand alone, slashes, and dashes beside
 * digits may join a word to its neighbours.
 */
function isFree(word: string): boolean {
  if (word.includes('/') || !LETTER_OR_DIGIT.test(word)) return false;
  return !DASH.test(word) || (OPENING_LETTER.test(word) && !DIGIT.test(word));
}

/** What compromise makes of a term. Most are plain words, which are told at a glance: the tests hold both to the same. */
function splitTerm(term: string): Term {
  const plain = PLAIN.exec(term);
  return plain ? { pre: '', text: plain[1] ?? '', post: plain[2] ?? '' } : TOKENIZER.splitWhitespace(term, MODEL);
}

/** The terms of a sentence that compromise has to read as a whole. */
function splitWhole(sentence: string): readonly Term[] {
  const terms = TOKENIZER.splitTerms(sentence, MODEL).map(splitTerm);
  if (spell(terms) === sentence) return terms;
  // Emoticons and a few other terms do not spell what was read: then the blanks decide.
  const words = [...sentence.matchAll(WORD)];
  return words.map((match, at) => ({
    pre: at === 0 ? sentence.slice(0, match.index) : '',
    text: match[0],
    post: sentence.slice(match.index + match[0].length, words[at + 1]?.index ?? sentence.length),
  }));
}

/** The terms of a word and the blanks around it, where its neighbours change nothing; none where they may. */
const splitPiece = createPieceMemo((piece): readonly Term[] => {
  if (!isFree(piece)) return NONE;
  const terms = TOKENIZER.splitTerms(piece, MODEL).map(splitTerm);
  return spell(terms) === piece ? terms : NONE;
});

/** Where the word at `at` and the blanks behind it end. */
function endOfPiece(text: string, at: number, to: number): number {
  let end = at;
  while (end < to && !isSpace(text, end)) end++;
  while (end < to && isSpace(text, end)) end++;
  return end;
}

/** The terms of a sentence, word by word; none where it has to be read as a whole. */
function splitFree(text: string, { start, end }: Span): readonly Term[] | undefined {
  const all: Term[] = [];
  for (let at = start; at < end; ) {
    const next = endOfPiece(text, at, end);
    const terms = splitPiece(text, at, next);
    if (terms.length === 0) return undefined;
    for (const term of terms) all.push(term);
    at = next;
  }
  return all;
}

/** The words of a sentence, divided by the tokenizer of `compromise/one`; the sentence is no longer than 2,000 characters. */
export function tokenizeSentence(text: string, sentence: Span): readonly Token[] {
  const tokens: Token[] = [];
  let at = sentence.start;
  let before = '';
  for (const { pre, text: word, post } of splitFree(text, sentence) ?? splitWhole(text.slice(sentence.start, sentence.end))) {
    const start = at + pre.length;
    const end = start + word.length;
    if (word !== '') tokens.push({ start, end, text: word, before: before + pre, after: post });
    before = word === '' ? before + pre + post : post;
    at = end + post.length;
  }
  return tokens;
}
