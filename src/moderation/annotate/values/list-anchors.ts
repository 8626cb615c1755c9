import type { Span } from '../../model/span.ts';
import { matchAt } from './match-at.ts';
import { VALUE_WORDS } from './value-words.ts';

/** A number; a long one comes in parts. */
const NUMBER = /\d[\d,.]{0,40}/uy;
const ORDERS = ['half', 'last', 'next', 'this', 'yesterday', 'today', 'tonight', 'tomorrow'];
/** Beginnings of "a week ago" alone: the article is too common to be looked at elsewhere. */
const AGO = /^an? (?:day|week|month|year) ago/iu;
const AGO_LENGTH = 12;

const WORDS: ReadonlySet<string> = new Set([
  ...VALUE_WORDS.numbers.keys(),
  ...VALUE_WORDS.hundreds.keys(),
  ...VALUE_WORDS.multipliers.keys(),
  ...VALUE_WORDS.months.keys(),
  ...VALUE_WORDS.weekdays.keys(),
  ...ORDERS,
]);
const CAPITAL_WORDS: ReadonlySet<string> = new Set([...VALUE_WORDS.months.keys(), ...VALUE_WORDS.weekdays.keys()]);
const LONGEST = 9;

const firstLetter = (unit: number): number => (unit | 0x20) - 0x61;

/** By first letter, the lengths of our words as bits: most words of a text need not be cut out to be told from them. */
const LENGTHS = new Uint16Array(26);
for (const word of WORDS)
  LENGTHS[firstLetter(word.charCodeAt(0))] = (LENGTHS[firstLetter(word.charCodeAt(0))] ?? 0) | (1 << word.length);

/** Names of days and months need their capital; other words may open a sentence. */
function isWord(word: string): boolean {
  return WORDS.has(word) || (!CAPITAL_WORDS.has(word) && WORDS.has(word.toLowerCase()));
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** A to Z, and a to z. */
function isLetter(unit: number): boolean {
  const small = unit | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

function endOfWord(text: string, at: number, to: number): number {
  let end = at;
  while (end < to && isLetter(text.charCodeAt(end))) end++;
  return end;
}

/** True for a word of ours, and for an article before what was some time ago. */
function opensValue(text: string, start: number, end: number, to: number): boolean {
  const length = end - start;
  if (length > LONGEST) return false;
  const first = firstLetter(text.charCodeAt(start));
  if (length > 2) return (((LENGTHS[first] ?? 0) >> length) & 1) === 1 && isWord(text.slice(start, end));
  return first === 0 && AGO.test(text.slice(start, Math.min(to, start + AGO_LENGTH + 1)));
}

/** Where a value may begin in a block: numbers, number words, names of days and months, and words such as "last". */
export function listAnchors(text: string, block: Span): readonly Span[] {
  const anchors: Span[] = [];
  for (let start = block.start; start < block.end; ) {
    const unit = text.charCodeAt(start);
    const isNumber = isDigit(unit);
    if (!isNumber && !isLetter(unit)) {
      start++;
      continue;
    }
    const reach = isNumber ? start + (matchAt(NUMBER, text, start)?.[0].length ?? 1) : endOfWord(text, start + 1, block.end);
    const end = Math.min(reach, block.end);
    if (isNumber || opensValue(text, start, end, block.end)) anchors.push({ start, end });
    start = end;
  }
  return anchors;
}
