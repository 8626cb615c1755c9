import type { Span } from '../../model/span.ts';
import { VALUE_WORDS } from './value-words.ts';

/** A number, or a word; long ones come in parts, which are no word of ours. */
const CANDIDATE = /\d[\d,.]{0,40}|[A-Za-z]{1,13}/gu;
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

/** Names of days and months need their capital; other words may open a sentence. */
function isWord(word: string): boolean {
  if (word.length > LONGEST) return false;
  return WORDS.has(word) || (!CAPITAL_WORDS.has(word) && WORDS.has(word.toLowerCase()));
}

/** Where a value may begin in a block: numbers, number words, names of days and months, and words such as "last". */
export function listAnchors(text: string, { start, end }: Span): readonly Span[] {
  const block = text.slice(start, end);
  const anchors: Span[] = [];
  for (const { 0: found, index } of block.matchAll(CANDIDATE)) {
    const isNumber = found < 'A';
    const isArticle = !isNumber && found.length <= 2 && (found[0] === 'a' || found[0] === 'A');
    if (isNumber || isWord(found) || (isArticle && AGO.test(block.slice(index, index + AGO_LENGTH + 1))))
      anchors.push({ start: start + index, end: start + index + found.length });
  }
  return anchors;
}
