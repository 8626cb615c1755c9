import { matchAt } from './match-at.ts';
import { VALUE_WORDS } from './value-words.ts';

/** A number and where it ends. */
export interface NumberAt {
  readonly number: number;
  readonly end: number;
  /** Written in words. */
  readonly isSpelled: boolean;
}

/** With or without groups of three: "1,500", "12.5", "1500", "3½". */
const DIGITS = /(\d{1,3}(?:[,\u00a0\u202f]\d{3}){1,5}|\d{1,15})(\.\d{1,6})?([½¼¾])?/uy;
const GOES_ON = /[.,]?\d/uy;
const FRACTIONS: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };
/** A word of a number with what joins it to the words before. */
const WORD = /(?:[ -](?:and )?)?([A-Za-z]{3,8})(?![\p{L}\d])/uy;
/** More words than a spelled number has. */
const MAX_WORDS = 8;
const HUNDRED = 100;

function readDigits(text: string, at: number): NumberAt | undefined {
  const match = matchAt(DIGITS, text, at);
  if (!match?.[1]) return undefined;
  const end = at + match[0].length;
  if (matchAt(GOES_ON, text, end)) return undefined;
  const whole = Number(match[1].replace(/[,\u00a0\u202f]/gu, '') + (match[2] ?? ''));
  return { number: whole + (FRACTIONS[match[3] ?? ''] ?? 0), end, isSpelled: false };
}

/** What a word adds to a number: "twenty" and "two" are added, "hundred" and "dozen" multiply what came before. */
function addWord(sum: number, word: string): number | undefined {
  const factor = VALUE_WORDS.hundreds.get(word);
  if (factor !== undefined) return sum < HUNDRED ? Math.max(1, sum) * factor : undefined;
  const number = VALUE_WORDS.numbers.get(word);
  if (number === undefined) return undefined;
  const isFree = sum === 0 || (number > 0 && (sum % HUNDRED === 0 || (sum % HUNDRED >= 20 && sum % 10 === 0 && number < 10)));
  return isFree ? sum + number : undefined;
}

function readWords(text: string, at: number): NumberAt | undefined {
  let sum: number | undefined;
  let end = at;
  for (let count = 0; count < MAX_WORDS; count++) {
    const match = matchAt(WORD, text, end);
    if (!match?.[1] || (count === 0 && match[0] !== match[1])) break;
    const next = addWord(sum ?? 0, match[1].toLowerCase());
    if (next === undefined || (sum !== undefined && next === sum)) break;
    sum = next;
    end += match[0].length;
  }
  return sum === undefined ? undefined : { number: sum, end, isSpelled: true };
}

/** The number that begins at `at`, in digits or in words: "1,500", "3½", "twenty-five", "two hundred and six", "two dozen". */
export function readNumber(text: string, at: number): NumberAt | undefined {
  return readDigits(text, at) ?? readWords(text, at);
}
