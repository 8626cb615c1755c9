import { isNegative } from './is-negative.ts';
import { matchAt } from './match-at.ts';
import type { Amount } from './read-amount.ts';
import { readPhrase } from './read-phrase.ts';
import type { Anchor, ReadAmount } from './read-value.ts';
import { VALUE_WORDS } from './value-words.ts';

/** "a dozen" and "two dozen" are counts by themselves. */
const DOZEN = /dozen$/iu;
const ONE_DAY = /^one (?:day|week|month|year)$/iu;
const BELOW_ZERO: ReadonlySet<string> = new Set(['Cel', 'degF', 'degree']);
/** A capital word right before a number names what is numbered ("Flight 370"), unless it is a word that opens sentences. */
const CAPITAL_BEFORE = /(?<![\p{L}\d])(\p{Lu}[\p{L}\d]*) $/u;
const LOOK_BACK = 20;
/** A unit may be the first part of a compound that measures ("five-year-old"); else it is no unit ("second-hand"). */
const COMPOUND = /-(?!(?:olds?|long|high|wide|deep|tall|thick|strong|per|an?|plus)(?!\p{L}))\p{L}/uy;

function quantity({ low, high }: Amount, start: number, end: number, unit: string): ReadAmount {
  return { type: 'quantity', start, end, amount: low, maxAmount: high, unit };
}

function isNumbered({ text, floor }: Anchor, start: number): boolean {
  const word = CAPITAL_BEFORE.exec(text.slice(Math.max(floor, start - LOOK_BACK), start))?.[1];
  return word !== undefined && !VALUE_WORDS.openers.has(word.toLowerCase());
}

/** "40 km", "3 million barrels", "five-year" as 5 "year", "1,500 troops" as 1500 "person"; a dozen of anything else as 12 "1". */
export function readQuantity(anchor: Anchor, amount: Amount): ReadAmount | undefined {
  const { text, floor } = anchor;
  if (isNumbered(anchor, amount.start)) return undefined;
  const { start } = amount;
  const unit = readPhrase(text, amount.end, VALUE_WORDS.units);
  if (!unit) return DOZEN.test(text.slice(start, amount.end)) ? quantity(amount, start, amount.end, '1') : undefined;
  if (matchAt(COMPOUND, text, unit.end)) return undefined;
  if (ONE_DAY.test(text.slice(start, unit.end))) return undefined;
  const isBelow = BELOW_ZERO.has(unit.meaning) && amount.high === null && isNegative(text, floor, start);
  return quantity(isBelow ? { ...amount, low: -amount.low } : amount, start - (isBelow ? 1 : 0), unit.end, unit.meaning);
}
