import { replaceControls } from './replace-controls.ts';

/** Bounded, because V8 keeps a stack of what a repetition has read; two passes close up a run of a hundred million. */
const BLANKS = /[\s\u0085]{1,10000}/gu;
/** Characters that open or close something anywhere in a line. */
const INLINE = /[\\`*_[\]<>~|&$]/gu;
/** What makes a line something other than a paragraph: headings, list markers, rules and setext underlines. */
const LINE_START = /^(?:[#+=-]|\d{1,9}(?=[.)]))/u;
/** A bare address, with what may follow it in a sentence. */
const ADDRESS = /(?<![\p{L}\p{N}_/])(?:https?:\/\/|www\.)[\p{L}\p{N}._~:/?#@!$&'()*+,;=%-]{1,2000}/giu;
const SENTENCE_SIGN = /[.,;:!?'")*_~]/u;

function escapeStart(start: string): string {
  return /^\d/u.test(start) ? `${start}\\` : `\\${start}`;
}

function escapeSigns(text: string): string {
  return text.replace(INLINE, '\\$&');
}

/** Length of an address without the signs of the sentence around it. */
function addressLength(found: string): number {
  let length = found.length;
  while (length > 0 && SENTENCE_SIGN.test(found.charAt(length - 1))) length--;
  return length;
}

/**
 * Readers of GitHub's Markdown take a bare address for a link as it stands, with the backslashes. One of the web stands in
 * angle brackets where something would have to be escaped; in others only what would be read as more than a sign is.
 */
function writeAddress(address: string): string {
  if (escapeSigns(address) === address) return address;
  if (/^http/iu.test(address)) return `<${address}>`;
  return address.replace(/[\\`*~|$]/gu, '\\$&');
}

/** A text as part of a line of CommonMark; what would be markup only at the beginning of a line is left. */
export function escapeInline(text: string): string {
  const clean = replaceControls(text);
  const parts: string[] = [];
  let at = 0;
  for (const { 0: found, index } of clean.matchAll(ADDRESS)) {
    const length = addressLength(found);
    parts.push(escapeSigns(clean.slice(at, index)), writeAddress(found.slice(0, length)));
    at = index + length;
    // A backslash would be a part of the address; nothing is open that the bracket could close.
    if (clean[at] === ']' && !parts.at(-1)?.endsWith('>')) parts.push(clean.charAt(at++));
  }
  return parts.join('') + escapeSigns(clean.slice(at));
}

/** A text as one line of CommonMark that shows exactly its words. Controls become U+FFFD; blanks close up. */
export function escapeMarkdown(text: string): string {
  const line = text.replace(BLANKS, ' ').replace(BLANKS, ' ').trim();
  return escapeInline(line).replace(LINE_START, escapeStart);
}
