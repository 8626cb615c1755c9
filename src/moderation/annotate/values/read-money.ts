import { readScaled } from './read-scaled.ts';
import type { ReadValue } from './read-value.ts';
import { readWord } from './read-word.ts';
import { VALUE_WORDS } from './value-words.ts';

const SIGN_BEFORE = /(?:US)?[$€£¥] ?$/u;

/** "$5 million", "€3.50", "200 euros" as "5000000 USD". */
export function readMoney(window: string, at: number): ReadValue | undefined {
  const sign = SIGN_BEFORE.exec(window.slice(0, at))?.[0] ?? '';
  const amount = readScaled(window, at);
  if (!amount) return undefined;
  const bySign = VALUE_WORDS.currencySigns.get(sign.trim());
  if (bySign) return { type: 'money', value: `${amount.number} ${bySign}`, span: { start: at - sign.length, end: amount.end } };
  const word = readWord(window, amount.end);
  const byWord = VALUE_WORDS.currencyWords.get(word.text);
  return byWord ? { type: 'money', value: `${amount.number} ${byWord}`, span: { start: at, end: word.end } } : undefined;
}
