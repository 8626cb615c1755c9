import type { MarkedText } from './marked-text.ts';

const SMALL_WORDS: ReadonlySet<string> = new Set('a an and as at but by for from in is of on or than the to with'.split(' '));
const WORD = /\p{L}[\p{L}\p{M}'’]*/gu;

/** The text in capitals, as wires set their headings; as it is when its length would change. */
export function toCapitals(marked: MarkedText): MarkedText {
  const text = marked.text.toUpperCase();
  return text.length === marked.text.length ? { ...marked, text } : marked;
}

/** The text like a title: longer words begin with a capital, and it ends without a full stop. */
export function toTitle(marked: MarkedText): MarkedText {
  const text = marked.text.replace(WORD, (word) => {
    const titled = word.slice(0, 1).toUpperCase() + word.slice(1);
    return SMALL_WORDS.has(word) || titled.length !== word.length ? word : titled;
  });
  return { ...marked, text: text.replace(/\s?[.]$/u, (stop) => ' '.repeat(stop.length)) };
}
