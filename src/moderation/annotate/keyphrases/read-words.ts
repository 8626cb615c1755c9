import type { Sentence } from '../tokens/sentence.ts';
import type { Token } from '../tokens/token.ts';
import { markVerbs } from './mark-verbs.ts';
import type { PhraseWord } from './phrase-word.ts';
import { readForm } from './read-form.ts';

const FULL_STOP = /^[.!?]/u;
/** Share of words with a capital from which capitals say nothing: a title in Title Case. */
const TITLE_CASE = 0.6;

function readWord(token: Token, before: PhraseWord | undefined): PhraseWord {
  const form = readForm(token.text);
  const isClose = token.before === ' ' || token.before === '-';
  return {
    form,
    start: token.start,
    end: token.start + form.length,
    isCapital: before !== undefined && form.hasCapital,
    isJoined: before !== undefined && isClose && before.end === token.start - token.before.length,
    isVerb: before?.form.isBeforeVerb === true && token.before === ' ',
    isModifier: false,
  };
}

function isTitleCase(words: readonly PhraseWord[]): boolean {
  let content = 0;
  let capitals = 0;
  for (const { form } of words) {
    if (!form.isContent) continue;
    content++;
    if (form.hasCapital) capitals++;
  }
  return capitals > content * TITLE_CASE;
}

/** The words of a sentence in order. */
export function readWords({ tokens, kind }: Sentence): readonly PhraseWord[] {
  const words: PhraseWord[] = [];
  let before: PhraseWord | undefined;
  for (const token of tokens) {
    before = readWord(token, before);
    words.push(before);
  }
  const read = isTitleCase(words) ? words.map((word) => ({ ...word, isCapital: false })) : words;
  return markVerbs(read, kind !== 'title' && kind !== 'heading' && FULL_STOP.test(tokens.at(-1)?.after ?? ''));
}
