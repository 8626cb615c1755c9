/** Code units before a word that are looked at: quotes, brackets and blanks behind a full stop. */
const MAX_BEFORE = 6;
const BETWEEN = /[\s"'“”‘’«»([]/u;
const END = /[.!?:…]/u;

/** True when a word at `start` opens a sentence of the text that begins at `from`, by the sign before it. Constant time. */
export function opensSentence(text: string, from: number, start: number): boolean {
  for (let at = start - 1; at >= from && start - at <= MAX_BEFORE; at--) {
    const sign = text[at] ?? '';
    if (sign === '\n' || END.test(sign)) return true;
    if (!BETWEEN.test(sign)) return false;
  }
  return start - from <= MAX_BEFORE;
}
