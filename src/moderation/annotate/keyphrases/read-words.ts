import type { Sentence } from '../tokens/sentence.ts';
import type { Token } from '../tokens/token.ts';
import { markVerbs } from './mark-verbs.ts';
import type { PhraseWord } from './phrase-word.ts';
import { PHRASE_WORDS } from './phrase-words.ts';

const POSSESSIVE = /['’]s?$/u;
const LETTERS = /^\p{L}[\p{L}\p{M}'’-]*$/u;
const CAPITAL = /^\p{Lu}/u;
const FULL_STOP = /^[.!?]/u;
const MIN_LENGTH = 3;
const MAX_LENGTH = 30;
const MIN_ACRONYM = 2;
/** Share of words with a capital from which capitals say nothing: a title in Title Case. */
const TITLE_CASE = 0.6;

function isContent(text: string, key: string): boolean {
  if (!LETTERS.test(text) || text.length > MAX_LENGTH || PHRASE_WORDS.stops.has(key)) return false;
  return text.length >= MIN_LENGTH || (text.length >= MIN_ACRONYM && text === text.toUpperCase());
}

function readWord(token: Token, before: PhraseWord | undefined): PhraseWord {
  const text = token.text.replace(POSSESSIVE, '');
  const key = text.toLowerCase();
  const isOpening = before === undefined;
  return {
    key,
    text,
    start: token.start,
    end: token.start + text.length,
    isContent: isContent(text, key),
    isCapital: !isOpening && CAPITAL.test(text),
    isJoined:
      before !== undefined && (token.before === ' ' || token.before === '-') && before.end === token.start - token.before.length,
    isVerb: before !== undefined && PHRASE_WORDS.beforeVerbs.has(before.key) && token.before === ' ',
    isModifier: false,
  };
}

function isTitleCase(words: readonly PhraseWord[]): boolean {
  const content = words.filter(({ isContent: counts }) => counts);
  return content.filter(({ text }) => CAPITAL.test(text)).length > content.length * TITLE_CASE;
}

/** The words of a sentence in order. */
export function readWords({ tokens, kind }: Sentence): readonly PhraseWord[] {
  const words: PhraseWord[] = [];
  for (const token of tokens) words.push(readWord(token, words.at(-1)));
  const read = isTitleCase(words) ? words.map((word) => ({ ...word, isCapital: false })) : words;
  return markVerbs(read, kind !== 'title' && kind !== 'heading' && FULL_STOP.test(tokens.at(-1)?.after ?? ''));
}
