import { readNumber } from './read-number.ts';
import type { ReadValue } from './read-value.ts';

const PERCENT = /^ ?(?:%|percent\b|per cent\b)/u;

/** "12%", "12.5 percent", "3 per cent" as "12%". */
export function readPercent(window: string, at: number): ReadValue | undefined {
  const amount = readNumber(window, at);
  const sign = amount && PERCENT.exec(window.slice(amount.end));
  return amount && sign
    ? { type: 'percent', value: `${amount.number}%`, span: { start: at, end: amount.end + sign[0].length } }
    : undefined;
}
