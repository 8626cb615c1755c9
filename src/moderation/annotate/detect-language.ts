import { eld } from 'eld/small';
import type { Language } from '../model/annotation.ts';

/** UTF-16 code units of text that are looked at. */
const SAMPLE_LENGTH = 5000;
/** Letters below which no language is stated. */
const MIN_LETTERS = 20;
const UNDETERMINED: Language = { code: 'und', confidence: 0 };

function countLetters(sample: string): number {
  return sample.match(/\p{L}/gu)?.length ?? 0;
}

/**
 * The language that the first 5,000 characters are written in. `confidence` is eld's score of that language, 0 to 1:
 * about .7 to .8 for clean prose of a European language. `und` for texts of fewer than 20 letters.
 */
export function detectLanguage(text: string): Language {
  const sample = text.slice(0, SAMPLE_LENGTH).toWellFormed();
  if (countLetters(sample) < MIN_LETTERS) return UNDETERMINED;
  const result = eld.detect(sample);
  const score = result.getScores()[result.language];
  return score === undefined ? UNDETERMINED : { code: result.language, confidence: Math.round(score * 10_000) / 10_000 };
}
