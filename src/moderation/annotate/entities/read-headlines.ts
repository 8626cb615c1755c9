import { canName } from './extend-run.ts';
import { LEXICON } from './lexicon.ts';
import { addSpan, type NameTable, nameKey } from './name-table.ts';
import { NO_WEIGHT } from './type-weights.ts';
import type { Word } from './word.ts';

/** Words of the longest name that is looked for. */
const MAX_WORDS = 8;

function isListed(words: readonly string[]): boolean {
  const name = words.join(' ');
  return LEXICON.places.has(name) || (words.length === 1 && LEXICON.peoples.has(name));
}

/** Number of words from row `from` that are a name of the body, or one that everybody knows; the longest counts. */
function matchName(words: readonly Word[], from: number, known: ReadonlySet<string>): number {
  for (let length = Math.min(MAX_WORDS, words.length - from); length > 0; length--) {
    const texts = words.slice(from, from + length).map((word) => word.text);
    if (known.has(nameKey(texts)) || isListed(texts)) return length;
  }
  return 0;
}

/** Enters the names of headings and titles: only those that the body confirms, for capitals say nothing there. */
export function readHeadlines(sentences: readonly (readonly Word[])[], table: NameTable): void {
  const known = new Set(table.keys());
  for (const words of sentences) {
    for (let row = 0; row < words.length; ) {
      const length = canName(words[row]) ? matchName(words, row, known) : 0;
      const [first, last] = [words[row], words[row + length - 1]];
      if (length > 0 && first && last) {
        const texts = words.slice(row, row + length).map((word) => word.text);
        const weight = LEXICON.places.has(texts.join(' ')) ? { ...NO_WEIGHT, LOC: 1 } : NO_WEIGHT;
        addSpan(table, texts, { start: first.start, end: last.end }, weight);
      }
      row += Math.max(1, length);
    }
  }
}
