import { replaceControls } from './replace-controls.ts';

/** Bounded, because V8 keeps a stack of what a repetition has read; two passes close up a run of a hundred million. */
const BLANKS = /[\s\u0085]{1,10000}/gu;
/** Characters that open or close something anywhere in a line. */
const INLINE = /[\\`*_[\]<>~|&$]/gu;
/** What makes a line something other than a paragraph: headings, list markers, rules and setext underlines. */
const LINE_START = /^(?:[#+=-]|\d{1,9}(?=[.)]))/u;

function escapeStart(start: string): string {
  return /^\d/u.test(start) ? `${start}\\` : `\\${start}`;
}

/** A text as part of a line of CommonMark; what would be markup only at the beginning of a line is left. */
export function escapeInline(text: string): string {
  return replaceControls(text).replace(INLINE, '\\$&');
}

/** A text as one line of CommonMark that shows exactly its words. Controls become U+FFFD; blanks close up. */
export function escapeMarkdown(text: string): string {
  const line = replaceControls(text.replace(BLANKS, ' ').replace(BLANKS, ' ').trim());
  return line.replace(INLINE, '\\$&').replace(LINE_START, escapeStart);
}
