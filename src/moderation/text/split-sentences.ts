import type { Span } from '../model/span.ts';
import { isSpace } from './is-space.ts';

const TERMINALS = '.!?…。！？';
const CLOSERS = '"\'”’)]»';
const TAIL = CLOSERS + TERMINALS;
/** Longest run of white space and closers that is looked at after a full stop. */
const MAX_TAIL = 8;

/** Letters and blanks are passed over quickly: no terminal lies between "?" and "…" or below "!". */
function isTerminal(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit > 0x20 && (unit <= 0x3f || unit >= 0x2026) && TERMINALS.includes(text[at] ?? '');
}

function isSmallAscii(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

function isLower(character: string): boolean {
  return character !== character.toUpperCase();
}

/** True when the full stop at `at` ends an initial or a short abbreviation ("J.", "Dr.", "U.S."). */
function isAbbreviation(text: string, at: number): boolean {
  // No abbreviation has a small letter before its last one: nearly all sentences end here.
  if (text[at] !== '.' || isSmallAscii(text.charCodeAt(at - 2))) return false;
  let start = at;
  while (start > 0 && at - start < 5 && /[\p{L}.]/u.test(text[start - 1] ?? '')) start--;
  const word = text.slice(start, at);
  return /^(\p{Lu}|\p{Lu}\p{Ll}{1,2}|(\p{L}\.){1,3}\p{L})$/u.test(word) && !/^(\p{Lu}\p{Ll}{2})$/u.test(word);
}

function closeSentence(text: string, at: number, end: number): number {
  let after = at + 1;
  while (after < end && after - at < MAX_TAIL && TAIL.includes(text[after] ?? '')) after++;
  return after;
}

/** Spans of the sentences in `[start, end)`; together with the white space between them they cover it. Linear. */
export function splitSentences(text: string, start: number, end: number): readonly Span[] {
  const sentences: Span[] = [];
  let from = start;
  for (let at = start; at < end; at++) {
    if (!isTerminal(text, at)) continue;
    const after = closeSentence(text, at, end);
    const spaced = after < end && isSpace(text, after);
    if (after < end && !spaced && text[at] !== '。') continue;
    if (isAbbreviation(text, at) || (spaced && isLower(text[after + 1] ?? ''))) continue;
    sentences.push({ start: from, end: after });
    from = after;
    while (from < end && isSpace(text, from)) from++;
    at = from - 1;
  }
  if (from < end) sentences.push({ start: from, end });
  return sentences;
}
