import { matchAt } from './match-at.ts';
import { readNumber } from './read-number.ts';
import { readPhrase } from './read-phrase.ts';
import type { Anchor } from './read-value.ts';
import { VALUE_WORDS } from './value-words.ts';

/** A number or a range, multiplied out. */
export interface Amount {
  readonly start: number;
  readonly end: number;
  readonly low: number;
  readonly high: number | null;
  readonly isSpelled: boolean;
}

/** How the number of one kind of value is written. */
export interface AmountForm {
  /** Short multipliers, which count only right behind a number or a blank ("5m", "5 m"). */
  readonly multipliers?: ReadonlyMap<string, number>;
  /** Skips what may stand before the upper end of a range ("$5 to $7") or behind its lower end ("5% to 7%"). */
  readonly mark?: RegExp;
}

interface Scaled {
  readonly number: number;
  readonly factor: number;
  readonly end: number;
  readonly isSpelled: boolean;
}

const TO = / ?(?:[–—-] ?|to |or (?=\d))/uy;
/** "a" before "million", "hundred" or "dozen". */
const ARTICLE = /(?<![\p{L}\d]|half )an? $/iu;
const LOOK_BACK = 8;
/** "half a" before "million" or a unit. */
const HALF = /half an?(?= \p{L})/iuy;
/** What a number may not stand right behind: it would be part of a code, a score, a time or a longer number. */
const BOUND = /[\p{L}\p{N}_#/]$|[\p{L}\p{N}][.,:’'–-]$/u;
/** A number right behind these is the tail of a longer one: "1 500", "hundred and fifty", "nineteen eighty-four". */
const GROUP_BEFORE = /(?<![\p{L}\d]|\d[.,:])\d{1,3}(?: \d{3})* $/u;
const GROUP = /\d{3}(?!\d)/uy;
const WORD_BEFORE = /(?<!\p{L})([a-z]{3,8})[ -](and )?$/iu;
const TAIL_REACH = 16;
const AND = / (?:and )?/uy;
const THOUSAND = 1000;
const PRECISION = 1e6;
const LETTER = /\p{L}/u;
const DOZEN = 12;
const HUNDRED = 100;

const multiply = (number: number, factor: number): number => Math.round(number * factor * PRECISION) / PRECISION;

function isTail({ text, at, floor }: Anchor): boolean {
  const before = text.slice(Math.max(floor, at - TAIL_REACH), at);
  if (matchAt(GROUP, text, at)) return GROUP_BEFORE.test(before);
  const [, word, and] = WORD_BEFORE.exec(before) ?? [];
  const key = word?.toLowerCase() ?? '';
  if (key === 'one' || key === 'dozen' || !LETTER.test(text.charAt(at))) return false;
  return VALUE_WORDS.hundreds.has(key) || VALUE_WORDS.multipliers.has(key) || (!and && VALUE_WORDS.numbers.has(key));
}

/** Adds what is spelled behind "thousand" or "million" and is less: "two million three hundred thousand and five". */
function addRest(text: string, scaled: Scaled): Scaled {
  let sum = scaled.number * scaled.factor;
  let { end, factor } = scaled;
  while (factor >= THOUSAND) {
    const gap = matchAt(AND, text, end);
    const rest = gap && readNumber(text, end + gap[0].length);
    if (!rest?.isSpelled) break;
    const scale = readPhrase(text, rest.end, VALUE_WORDS.multipliers);
    const lower = scale?.meaning ?? 1;
    if (lower >= factor || rest.number * lower >= factor) break;
    sum += rest.number * lower;
    end = scale?.end ?? rest.end;
    factor = lower;
  }
  return end === scaled.end ? scaled : { ...scaled, number: sum, factor: 1, end };
}

function readScaled(text: string, at: number, form: AmountForm): Scaled | undefined {
  const number = readNumber(text, at);
  if (!number) return undefined;
  const scale =
    readPhrase(text, number.end, VALUE_WORDS.multipliers) ?? (form.multipliers && readPhrase(text, number.end, form.multipliers));
  const scaled = { ...number, factor: scale?.meaning ?? 1, end: scale?.end ?? number.end };
  return number.isSpelled ? addRest(text, scaled) : scaled;
}

/** "a million", "half a million", "a dozen": read from the second word on. */
function readArticle({ text, at, floor }: Anchor): Amount | undefined {
  const article = ARTICLE.exec(text.slice(Math.max(floor, at - LOOK_BACK), at));
  const word = article && (readPhrase(text, at, VALUE_WORDS.multipliers) ?? readPhrase(text, at, VALUE_WORDS.hundreds));
  if (!article || !word) return undefined;
  const more = word.meaning === DOZEN || word.meaning > HUNDRED ? undefined : readPhrase(text, word.end, VALUE_WORDS.multipliers);
  return {
    start: at - article[0].length,
    end: more?.end ?? word.end,
    low: multiply(word.meaning, more?.meaning ?? 1),
    high: null,
    isSpelled: true,
  };
}

/** "half a million", "half a" percent, "half an" hour. */
function readHalf({ text, at }: Anchor): Amount | undefined {
  const half = matchAt(HALF, text, at);
  if (!half) return undefined;
  const scale = readPhrase(text, at + half[0].length, VALUE_WORDS.multipliers);
  const end = scale?.end ?? at + half[0].length;
  return { start: at, end, low: multiply(0.5, scale?.meaning ?? 1), high: null, isSpelled: true };
}

function readUpper(text: string, low: Scaled, form: AmountForm): Scaled | undefined {
  const marked = form.mark ? low.end + (matchAt(form.mark, text, low.end)?.[0].length ?? 0) : low.end;
  const to = matchAt(TO, text, marked);
  if (!to) return undefined;
  const from = marked + to[0].length;
  return readScaled(text, form.mark ? from + (matchAt(form.mark, text, from)?.[0].length ?? 0) : from, form);
}

/** The number or range that begins at an anchor: "1.5 million", "5-7 million", "two dozen", "half a million". */
export function readAmount(anchor: Anchor, form: AmountForm = {}): Amount | undefined {
  const { text, at } = anchor;
  if (BOUND.test(text.slice(Math.max(0, at - 2), at)) || isTail(anchor)) return undefined;
  const half = readHalf(anchor);
  if (half) return half;
  const low = readScaled(text, at, form);
  const article =
    low && VALUE_WORDS.numbers.get(text.slice(at, low.end).toLowerCase()) !== undefined ? undefined : readArticle(anchor);
  if (article) return article;
  if (!low || (low.isSpelled && VALUE_WORDS.hundreds.has(text.slice(at, low.end).toLowerCase()))) return undefined;
  const { isSpelled } = low;
  const upper = readUpper(text, low, form);
  if (upper && upper.end <= anchor.limit) {
    const lower = multiply(low.number, low.factor === 1 && low.number < upper.number ? upper.factor : low.factor);
    const high = multiply(upper.number, upper.factor);
    if (high > lower) return { start: at, end: upper.end, low: lower, high, isSpelled };
  }
  return { start: at, end: low.end, low: multiply(low.number, low.factor), high: null, isSpelled };
}
