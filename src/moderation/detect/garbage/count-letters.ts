import { codeOf, isCapital, scriptOf } from '../../text/letter-code.ts';
import { isKnownScript } from '../../text/split-segments.ts';
import { isNear, isSameHand, isVowel, keyOf } from './key-of.ts';

/** What `countLetters` counts. */
export interface Letters {
  count: number;
  vowels: number;
  capitals: number;
  middle: number;
  near: number;
  pairs: number;
  consonantRun: number;
  sameRun: number;
  /** Pairs of letters typed with the same hand, and the longest run of letters in one row of keys. */
  sameHand: number;
  rowRun: number;
}

const isKnownLetter = (code: number): boolean => isKnownScript(scriptOf(code));
function countLetter(counts: Letters, code: number, previous: number): void {
  const key = keyOf(code);
  counts.count++;
  if (isVowel(code)) counts.vowels++;
  if (isCapital(code)) counts.capitals++;
  if (key > 16 && key < 32) counts.middle++;
  if (!isKnownLetter(previous)) return;
  counts.pairs++;
  if (isNear(key, keyOf(previous))) counts.near++;
  if (isSameHand(key, keyOf(previous))) counts.sameHand++;
}

/** Letters counted in one walk: vowels, capitals, keys of the middle row, neighbours on the keyboard, longest runs. */
export function countLetters(codes: Uint16Array): Letters {
  const counts: Letters = {
    ...{ count: 0, vowels: 0, capitals: 0, middle: 0, near: 0, pairs: 0 },
    ...{ consonantRun: 0, sameRun: 0, sameHand: 0, rowRun: 0 },
  };
  let row = 0;
  let consonants = 0;
  let same = 0;
  let previous = 0;
  for (const code of codes) {
    same = codeOf(code) === codeOf(previous) && scriptOf(code) === scriptOf(previous) ? same + 1 : 1;
    counts.sameRun = Math.max(counts.sameRun, same);
    consonants = isKnownLetter(code) && !isVowel(code) ? consonants + 1 : 0;
    counts.consonantRun = Math.max(counts.consonantRun, consonants);
    if (isKnownLetter(code)) countLetter(counts, code, previous);
    row = keyOf(code) > 0 && keyOf(code) >>> 4 === keyOf(previous) >>> 4 && keyOf(previous) > 0 ? row + 1 : 1;
    counts.rowRun = Math.max(counts.rowRun, row);
    previous = code;
  }
  return counts;
}
