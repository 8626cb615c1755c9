import neverNames from '../../../../models/never-names.json' with { type: 'json' };

/** Words of a text that are looked at, and how many of them have to be there. */
const MAX_WORDS = 60;
const MIN_WORDS = 12;
/** Share of function words from which a text is English: English prose has four in ten, its nearest relatives two at most. */
const MIN_SHARE = 0.3;
/** UTF-16 code units that are looked at. */
const SAMPLE_LENGTH = 400;
const BETWEEN_WORDS = /[^\p{L}'’]+/u;
const FUNCTION_WORDS: ReadonlySet<string> = new Set(neverNames.functionWords.map((word) => word.toLowerCase()));

/** True for text that a look at its small words shows to be English; false when that does not tell. */
export function isPlainlyEnglish(text: string): boolean {
  const words = text.slice(0, SAMPLE_LENGTH).toLowerCase().split(BETWEEN_WORDS, MAX_WORDS);
  if (words.length < MIN_WORDS) return false;
  return words.filter((word) => FUNCTION_WORDS.has(word)).length >= words.length * MIN_SHARE;
}
