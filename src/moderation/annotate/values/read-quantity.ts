import { readScaled } from './read-scaled.ts';
import type { ReadValue } from './read-value.ts';
import { readWord } from './read-word.ts';
import { VALUE_WORDS } from './value-words.ts';

/** "40 km", "3 million barrels", "1,500 troops" as "1500 person". */
export function readQuantity(window: string, at: number): ReadValue | undefined {
  const amount = readScaled(window, at);
  if (!amount) return undefined;
  const word = readWord(window, amount.end);
  const unit = VALUE_WORDS.units.get(word.text);
  return unit === undefined
    ? undefined
    : { type: 'quantity', value: `${amount.number} ${unit}`, span: { start: at, end: word.end } };
}
