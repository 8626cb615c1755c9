/** Words that are kept; when there are more, all are forgotten. An article has a thousand. */
const MAX_WORDS = 20_000;
/**
 * UTF-16 code units of the longest word that is kept. Engines keep longer pieces of a text as views of it, so that one
 * word would hold its whole article in memory.
 */
const MAX_LENGTH = 12;

/** A function of a word that is reckoned once for each word: articles say the same words again and again. `read` must be pure. */
export function createWordMemo<T extends object | string>(read: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const kept = known.get(word);
    if (kept !== undefined) return kept;
    const found = read(word);
    if (word.length > MAX_LENGTH) return found;
    if (known.size >= MAX_WORDS) known.clear();
    known.set(word, found);
    return found;
  };
}
