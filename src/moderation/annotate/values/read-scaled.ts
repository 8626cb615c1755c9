import { type Amount, readNumber } from './read-number.ts';
import { readWord } from './read-word.ts';
import { VALUE_WORDS } from './value-words.ts';

/** A number with its multiplier, "1.5 million"; `end` is after the last word that was used. */
export function readScaled(window: string, at: number): Amount | undefined {
  const amount = readNumber(window, at);
  if (!amount) return undefined;
  const word = readWord(window, amount.end);
  const factor = VALUE_WORDS.multipliers.get(word.text);
  return factor === undefined ? amount : { number: Math.round(amount.number * factor * 100) / 100, end: word.end };
}
