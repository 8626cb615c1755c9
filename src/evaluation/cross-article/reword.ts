import type { RandomNumbers } from './random-numbers.ts';
import { SENTENCE_WORDS } from './sentence-words.ts';

const { adjectives, nouns, verbs, prepositions } = SENTENCE_WORDS;
const OTHERS: readonly string[] = [...adjectives, ...nouns, ...verbs, ...prepositions];
const WORD = /[\p{L}\p{N}]+/gu;
const LOWER = /^\p{Ll}/u;

/** Exchanges a share of all words for others, as article spinners do: names and numbers stay, and other words make up for them. */
export function reword(text: string, share: number, random: RandomNumbers): string {
  const words = [...text.matchAll(WORD)];
  const open = words.filter(([word]) => LOWER.test(word)).map(({ index }) => index);
  const wanted = Math.min(open.length, Math.round(words.length * share));
  const chosen = new Set<number>();
  while (chosen.size < wanted) chosen.add(random.pick(open, 0));
  return text.replaceAll(WORD, (word: string, at: number) => {
    if (!chosen.has(at)) return word;
    const other = random.pick(OTHERS, word);
    return other === word ? `${word}s` : other;
  });
}
