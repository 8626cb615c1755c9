import { isNegative } from './is-negative.ts';
import { matchAt } from './match-at.ts';
import { type Amount, type AmountForm, readAmount } from './read-amount.ts';
import { readPhrase } from './read-phrase.ts';
import type { Anchor, ReadAmount } from './read-value.ts';
import { VALUE_WORDS } from './value-words.ts';

/** The sign or code right before a number. */
const SIGN_BEFORE = /(?<![\p{L}\d])((?:US|AU?|CA?|NZ|HK|S|NT|R|MX)?\$|[€£¥₹₩₽₺₴₦₪฿₫₱]|Rs\.?|RM|Fr\.|(?<!\/)[A-Z]{3})[ \u00a0]?$/u;
const LOOK_BACK = 5;
const SIGN = /(?:US|AU?|CA?|NZ|HK|S|NT|R|MX)?[$€£¥₹₩₽₺₴₦₪฿₫₱]|Rs\.? ?/uy;
const SIGN_BEHIND = /[ \u00a0]?([€£₽₺₴])(?![\p{L}\d])/uy;
const CODE_BEHIND = /[ \u00a0]([A-Z]{3})(?![\p{L}\d])/uy;
const POUNDS = /[ -]pounds?(?![\p{L}])/uy;
const OF = / of \p{Ll}/uy;
/** Characters before an amount in which a word may say that pounds are money. */
const CUE_REACH = 60;
const WORD = /\p{L}+/gu;
const SENTENCE_END = /[.!?;]\s/u;
/** Pounds that are money unless something speaks of a weight, and pounds that are no weight of a body. */
const MANY_POUNDS = 100_000;
const BODY_POUNDS = 1000;
const SMALL_WORD = / (?!an? (?:day|night|week|month|year|head|share|bottle|litre|kilo)(?!\p{L}))(\p{Ll}+)/uy;
const SHORT_FORM: AmountForm = { multipliers: VALUE_WORDS.moneyMultipliers, mark: SIGN };
const CENTS = 100;
/** Longest amount, in UTF-16 code units. */
const MAX_AMOUNT = 80;

function codeOf(sign: string): string | undefined {
  return VALUE_WORDS.currencySigns.get(sign) ?? (VALUE_WORDS.currencyCodes.has(sign) ? sign.replace('RMB', 'CNY') : undefined);
}

function money(amount: Amount, unit: string, start: number, end: number): ReadAmount {
  return { type: 'money', start, end, amount: amount.low, maxAmount: amount.high, unit };
}

function readSigned(anchor: Anchor): ReadAmount | undefined {
  const { text, at, floor } = anchor;
  const sign = SIGN_BEFORE.exec(text.slice(Math.max(floor, at - LOOK_BACK), at));
  const unit = codeOf(sign?.[1] ?? '');
  if (!sign || unit === undefined) return undefined;
  // Read as if the number stood alone: the sign may be letters, which a number may not follow.
  const alone = { text: ` ${text.slice(at, Math.min(at + MAX_AMOUNT, anchor.limit))}`, at: 1, floor: 0, limit: MAX_AMOUNT + 1 };
  const amount = readAmount(alone, SHORT_FORM);
  if (!amount) return undefined;
  const end = at - 1 + amount.end;
  const word = unit === 'USD' || unit === 'GBP' ? readPhrase(text, end, VALUE_WORDS.currencyWords) : undefined;
  return money(amount, word?.meaning ?? unit, at - sign[0].length, word?.end ?? end);
}

/** What the words of the sentence before pounds say they are; the nearest one decides. */
function isMoney(text: string, floor: number, { start, low }: Amount): boolean {
  const before =
    text
      .slice(Math.max(floor, start - CUE_REACH), start)
      .split(SENTENCE_END)
      .at(-1) ?? '';
  for (const word of (before.toLowerCase().match(WORD) ?? []).reverse()) {
    if (VALUE_WORDS.moneyCues.has(word)) return true;
    if (VALUE_WORDS.weightCues.has(word) || (low < BODY_POUNDS && VALUE_WORDS.bodyCues.has(word))) return false;
  }
  return low >= MANY_POUNDS;
}

/** Pounds are a weight of something, or money where something is paid near by, or a weight. */
function readPounds({ text, floor }: Anchor, amount: Amount): ReadAmount | undefined {
  const pounds = matchAt(POUNDS, text, amount.end);
  if (!pounds) return undefined;
  const end = amount.end + pounds[0].length;
  return !matchAt(OF, text, end) && isMoney(text, floor, amount)
    ? money(amount, 'GBP', amount.start, end)
    : { ...money(amount, 'lb', amount.start, end), type: 'quantity' };
}

/** What stands behind a number, and one character more: "p" and "c" stand right behind it, and not in a time ("3p.m."). */
function isCents(behind: string): boolean {
  return behind.trimStart().length > 2 ? true : behind.charAt(0) !== ' ' && !behind.endsWith('.');
}

/** False for words such as "won" that are here another word than the currency: behind a few, or before a noun. */
function isCurrency(text: string, amount: Amount, end: number): boolean {
  const least = VALUE_WORDS.currencyLeast.get(text.slice(amount.end, end).replace(/^[ \u00a0\u202f-]/u, ''));
  if (least === undefined) return true;
  const next = matchAt(SMALL_WORD, text, end)?.[1];
  return amount.low >= least && (next === undefined || VALUE_WORDS.behindCurrency.has(next));
}

function readNamed(anchor: Anchor, amount: Amount): ReadAmount | undefined {
  const { text } = anchor;
  const { start } = amount;
  const cents = readPhrase(text, amount.end, VALUE_WORDS.cents);
  if (cents && isCents(text.slice(amount.end, cents.end + 1))) {
    const high = amount.high === null ? null : amount.high / CENTS;
    return money({ ...amount, low: amount.low / CENTS, high }, cents.meaning, start, cents.end);
  }
  const word = readPhrase(text, amount.end, VALUE_WORDS.currencyWords);
  if (word && isCurrency(text, amount, word.end)) return money(amount, word.meaning, start, word.end);
  const behind = matchAt(SIGN_BEHIND, text, amount.end) ?? matchAt(CODE_BEHIND, text, amount.end);
  const unit = codeOf(behind?.[1] ?? '');
  return behind && unit !== undefined ? money(amount, unit, start, amount.end + behind[0].length) : readPounds(anchor, amount);
}

function withSign(anchor: Anchor, found: ReadAmount | undefined): ReadAmount | undefined {
  const isBelow = found?.type === 'money' && found.maxAmount === null && isNegative(anchor.text, anchor.floor, found.start);
  return found && isBelow ? { ...found, start: found.start - 1, amount: -found.amount } : found;
}

/** "$5 million", "US$1,250", "Rs 40,000", "€5-7bn", "-$5"; the unit is the ISO 4217 code. */
export function readSignedMoney(anchor: Anchor): ReadAmount | undefined {
  return withSign(anchor, readSigned(anchor));
}

/** "200 euros", "50p", "30 Canadian dollars"; pounds that are a weight are a quantity. `amount` is the number that begins at the anchor. */
export function readNamedMoney(anchor: Anchor, amount: Amount): ReadAmount | undefined {
  return withSign(anchor, readNamed(anchor, amount));
}
