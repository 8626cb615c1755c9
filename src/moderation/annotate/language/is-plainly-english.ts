import neverNames from '../../../../models/never-names.json' with { type: 'json' };
import { LETTER_CLASS, letterClass, widthOf } from '../../text/letter-class.ts';

/** Words of a text that are looked at, and how many of them have to be there. */
const MAX_WORDS = 60;
const MIN_WORDS = 12;
/** Share of function words from which a text is English: English prose has four in ten, its nearest relatives two at most. */
const MIN_SHARE = 0.3;
/** UTF-16 code units that are looked at. */
const SAMPLE_LENGTH = 400;
const APOSTROPHE = 0x27;
const RIGHT_QUOTE = 0x2019;
/** Function words that are enough, however many words there are. */
const ENOUGH = MAX_WORDS * MIN_SHARE;
const FUNCTION_WORDS: ReadonlySet<string> = new Set(neverNames.functionWords.map((word) => word.toLowerCase()));
const LONGEST = Math.max(...[...FUNCTION_WORDS].map((word) => word.length));

/** Width of the letter or apostrophe at `at`; 0 for what stands between words. */
function stepAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (letterClass(text, at, text.length) === LETTER_CLASS.letter) return widthOf(unit);
  return unit === APOSTROPHE || unit === RIGHT_QUOTE ? 1 : 0;
}

/** Where the word ends that begins at `at`. */
function endOfWord(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const step = stepAt(text, end);
    if (step === 0) break;
    end += step;
  }
  return end;
}

/** Where what stands between words ends. */
function endOfGap(text: string, at: number): number {
  let end = at;
  while (end < text.length && stepAt(text, end) === 0) end++;
  return end;
}

/** True for text that a look at its small words shows to be English; false when that does not tell. */
export function isPlainlyEnglish(text: string): boolean {
  const sample = text.slice(0, SAMPLE_LENGTH).toLowerCase();
  let words = 0;
  let small = 0;
  for (let at = 0; words < MAX_WORDS; words++) {
    const end = endOfWord(sample, at);
    if (end - at <= LONGEST && FUNCTION_WORDS.has(sample.slice(at, end))) small++;
    if (small >= ENOUGH && words >= MIN_WORDS) return true;
    if (end === sample.length) return words + 1 >= MIN_WORDS && small >= (words + 1) * MIN_SHARE;
    at = endOfGap(sample, end);
  }
  return small >= words * MIN_SHARE;
}
