/** A space or hyphen and a word. */
const WORD = /^[ \u00a0-]?(\p{L}{1,12})/u;

/** The word right after `end` of a window and where it ends; `text` is empty when there is none. */
export function readWord(window: string, end: number): { readonly text: string; readonly end: number } {
  const match = WORD.exec(window.slice(end));
  return match?.[1] ? { text: match[1], end: end + match[0].length } : { text: '', end };
}
