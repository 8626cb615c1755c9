/** Words that are kept; when there are more, all are forgotten. An article has a thousand. */
const MAX_WORDS = 20_000;
/** UTF-16 code units of the longest word that is kept. */
const MAX_LENGTH = 32;
/** Engines keep longer pieces of a text as views of it: one such word would hold its whole article in memory. */
const MAX_COPIED = 12;

/** The same word in memory of its own. */
function copyWord(word: string): string {
  if (word.length <= MAX_COPIED) return word;
  return String.fromCharCode(...Array.from({ length: word.length }, (_, at) => word.charCodeAt(at)));
}

/**
 * A function of a word that is reckoned once for each word: articles say the same words again and again. `read` must be pure. For those
 * who would have to cut the word out of its text first there is `createPieceMemo`, which finds it there: a `Map` can only be asked with a
 * string.
 */
export function createWordMemo<T extends object | string>(read: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const kept = known.get(word);
    if (kept !== undefined) return kept;
    if (word.length > MAX_LENGTH) return read(word);
    if (known.size >= MAX_WORDS) known.clear();
    // What is read may hold parts of the word.
    const own = copyWord(word);
    const found = read(own);
    known.set(own, found);
    return found;
  };
}
