/** A word of letters, or the end of a sentence. Linear: no part overlaps the next. */
const WORD_OR_END = /[\p{L}\p{M}'’]+|[.!?…]/gu;
const CAPITAL = /^\p{Lu}/u;
const LETTER = /^\p{L}/u;

/**
 * The words of a text that no capital makes a name of, each once: those in small letters, and those that open a sentence unless another
 * capital follows. Names read like the languages they come from, whatever the language of the sentence.
 */
export function keepPlainWords(text: string): string {
  const parts = [...text.matchAll(WORD_OR_END)].map(([part]) => part);
  const isCapital = (at: number): boolean => CAPITAL.test(parts[at] ?? '');
  const plain = parts.filter((part, at) => {
    if (!LETTER.test(part)) return false;
    const opens = at === 0 || !LETTER.test(parts[at - 1] ?? '');
    return !isCapital(at) || (opens && !isCapital(at + 1) && LETTER.test(parts[at + 1] ?? ''));
  });
  return [...new Set(plain)].join(' ');
}
