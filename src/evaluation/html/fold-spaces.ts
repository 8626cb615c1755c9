const SPACE = /\s/u;

/** A text with each run of white space as one space, none at its ends, and where each character of it stood. */
export interface FoldedText {
  readonly text: string;
  /** Offset in the text as it was, for each character of the folded one. */
  readonly offsets: Int32Array;
}

/** Folds white space: runs of what ECMAScript's `\s` matches become one space, those at the ends nothing. Linear. */
export function foldSpaces(text: string): FoldedText {
  const offsets = new Int32Array(text.length);
  const kept: string[] = [];
  let isAfterSpace = true;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    const isSpace = SPACE.test(character);
    if (!isSpace || !isAfterSpace) {
      offsets[kept.length] = at;
      kept.push(isSpace ? ' ' : character);
    }
    isAfterSpace = isSpace;
  }
  if (isAfterSpace && kept.length > 0) kept.pop();
  return { text: kept.join(''), offsets: offsets.slice(0, kept.length) };
}
