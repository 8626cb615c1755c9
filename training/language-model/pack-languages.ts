import type { Ngram } from './read-ngrams.ts';

const LAST = 0x80;

/** The bytes as one number, the first in the highest place; an n-gram of fewer than four has zeros behind it. */
const keyOf = ({ bytes }: Ngram): number => [0, 1, 2, 3].reduce((key, at) => key * 0x100 + (bytes[at] ?? 0), 0);

const edgesOf = ({ opensWord, closesWord }: Ngram): number => (opensWord ? 1 : 0) + (closesWord ? 2 : 0);

function pushNumber(packed: number[], number: number): void {
  let rest = number;
  for (; rest >= LAST; rest = Math.floor(rest / LAST)) packed.push((rest % LAST) + LAST);
  packed.push(rest);
}

function packGroup(ngrams: readonly Ngram[]): string {
  const packed: number[] = [];
  let before = 0;
  for (const ngram of [...ngrams].sort((a, b) => keyOf(a) - keyOf(b))) {
    pushNumber(packed, keyOf(ngram) - before);
    before = keyOf(ngram);
    for (const [at, [language, score]] of ngram.scores.entries())
      packed.push(language + (at === ngram.scores.length - 1 ? LAST : 0), score);
  }
  return Buffer.from(packed).toString('base64');
}

/**
 * The n-grams by the edges of words in them (0 none, 1 opens, 2 closes, 3 both), each group as base64 of: the distance of
 * the key from the one before, seven bits a byte, low ones first; then a byte of language and a byte of score for each
 * language, the last marked by the highest bit.
 */
export function packLanguages(ngrams: readonly Ngram[]): readonly string[] {
  return [0, 1, 2, 3].map((edges) => packGroup(ngrams.filter((ngram) => edgesOf(ngram) === edges)));
}
