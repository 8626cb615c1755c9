import type { ReadValue } from './find-values.ts';
import { VALUE_WORDS } from './value-words.ts';

/** A number with or without groups of three: "1,500", "12.5", "1500". */
const NUMBER = /^(\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(\.\d{1,6})?/u;
/** Up to two words after the number. */
const WORDS = /^[ \u00a0-]?(\p{L}{1,12})(?:[ \u00a0-](\p{L}{1,12}))?/u;
const SIGN_BEFORE = /(?:US)?[$€£¥] ?$/u;
const PERCENT = /^ ?(?:%|percent\b|per cent\b)/u;

interface Amount {
  readonly number: number;
  readonly end: number;
}

function readNumber(window: string, at: number): Amount | undefined {
  const before = window[at - 1] ?? ' ';
  if (/[\p{L}\p{N}.,_-]/u.test(before)) return undefined;
  const match = NUMBER.exec(window.slice(at));
  if (!match?.[1]) return undefined;
  const end = at + match[0].length;
  if (/^[.,]?\d/u.test(window.slice(end))) return undefined;
  return { number: Number(match[1].replaceAll(',', '') + (match[2] ?? '')), end };
}

/** A number with its multiplier: "1.5 million"; `end` is after the last word that was used. */
function readScaled(window: string, at: number): Amount | undefined {
  const amount = readNumber(window, at);
  if (!amount) return undefined;
  const words = WORDS.exec(window.slice(amount.end));
  const factor = VALUE_WORDS.multipliers.get(words?.[1] ?? '');
  if (!words?.[1] || factor === undefined) return amount;
  const end = amount.end + window.slice(amount.end).indexOf(words[1]) + words[1].length;
  return { number: Math.round(amount.number * factor * 100) / 100, end };
}

/** "$5 million", "€3.50", "200 euros" as "5000000 USD". */
export function readMoney(window: string, at: number): ReadValue | undefined {
  const sign = SIGN_BEFORE.exec(window.slice(0, at))?.[0] ?? '';
  const amount = readScaled(window, at);
  if (!amount) return undefined;
  const bySign = VALUE_WORDS.currencySigns.get(sign.trim());
  if (bySign) return { type: 'money', value: `${amount.number} ${bySign}`, span: { start: at - sign.length, end: amount.end } };
  const word = WORDS.exec(window.slice(amount.end));
  const byWord = VALUE_WORDS.currencyWords.get(word?.[1] ?? '');
  if (!word?.[1] || !byWord) return undefined;
  return {
    type: 'money',
    value: `${amount.number} ${byWord}`,
    span: { start: at, end: amount.end + word[0].indexOf(word[1]) + word[1].length },
  };
}

/** "12%", "12.5 percent", "3 per cent" as "12%". */
export function readPercent(window: string, at: number): ReadValue | undefined {
  const amount = readNumber(window, at);
  const sign = amount && PERCENT.exec(window.slice(amount.end));
  return amount && sign
    ? { type: 'percent', value: `${amount.number}%`, span: { start: at, end: amount.end + sign[0].length } }
    : undefined;
}

/** "40 km", "3 million barrels", "1,500 troops" as "1500 person". */
export function readQuantity(window: string, at: number): ReadValue | undefined {
  const amount = readScaled(window, at);
  const word = amount && WORDS.exec(window.slice(amount.end));
  const unit = VALUE_WORDS.units.get(word?.[1] ?? '');
  if (!amount || !word?.[1] || unit === undefined) return undefined;
  const end = amount.end + word[0].indexOf(word[1]) + word[1].length;
  return { type: 'quantity', value: `${amount.number} ${unit}`, span: { start: at, end } };
}
