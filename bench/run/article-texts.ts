import { readFileSync } from 'node:fs';
import { listOwnTexts, spellAnew } from '../texts/own-texts.ts';

/** UTF-16 code units of a text of ours: a long article. */
const LENGTH = 8800;
/** Every so many long words one is another one in each round. */
const CHANGED = 8;
const LONG_WORD = /\p{L}{4,}/gu;
/** Steps through the words so that every text of a cycle gets other ones: a prime. */
const STRIDE = 7919;

/** What the contenders are given in each round. */
export interface TextSeries {
  readonly kind: 'fresh' | 'unseen' | 'turns' | 'again';
  readonly description: string;
  readonly textOf: (round: number) => string;
}

/**
 * A text in which every eighth long word is another one of `words`, so that no paragraph comes twice though all its words are
 * known.
 */
export function changeWords(text: string, words: readonly string[], round: number): string {
  let seen = 0;
  let next = round * STRIDE;
  return text.replace(LONG_WORD, (word) => {
    if (seen++ % CHANGED !== round % CHANGED || words.length === 0) return word;
    const other = words[next++ % words.length] ?? word;
    const isCapital = word[0] !== word[0]?.toLowerCase();
    return isCapital ? other.charAt(0).toUpperCase() + other.slice(1) : other.toLowerCase();
  });
}

/** The article of a file, or those written for Copydesk's tests and examples, joined to texts as long as a long article. */
export function readTexts(file: string | undefined): readonly string[] {
  if (file !== undefined) return [readFileSync(file, 'utf8')];
  // The last one is what was left over.
  const texts = listOwnTexts(LENGTH);
  return texts.length > 1 ? texts.slice(0, -1) : texts;
}

/**
 * The same texts in four ways, because words and more are remembered from text to text. `fresh` is how articles come in life, and
 * gives the number that counts.
 */
export function listSeries(texts: readonly string[]): readonly TextSeries[] {
  const words = [...new Set(texts.flatMap((text) => text.match(LONG_WORD) ?? []))];
  const textAt = (round: number): string => texts[round % texts.length] ?? '';
  return [
    {
      kind: 'fresh',
      description: 'no paragraph comes twice, all words are known (one long word in eight is another one in each round)',
      textOf: (round) => changeWords(textAt(round), words, round),
    },
    {
      kind: 'unseen',
      description: 'one long word in eight is one that never came before',
      textOf: (round) => spellAnew(textAt(round), round),
    },
    ...(texts.length > 1
      ? [{ kind: 'turns', description: `${texts.length} texts in turn, as they are`, textOf: textAt } as const]
      : []),
    { kind: 'again', description: 'the same text again and again', textOf: () => textAt(0) },
  ];
}
