import { countNgrams } from './count-ngrams.ts';
import { addScores, openLanguageModel } from './language-model.ts';

/** eld's scale: a mean of 25 points an n-gram is a score of one half. */
const SCALE = 25;
/** UTF-16 code units of text that are looked at. */
const SAMPLE_LENGTH = 1000;

/** How much a text reads like each language. */
export interface LanguageScores {
  /** ISO 639-1, or `und` when no n-gram is known. */
  readonly best: string;
  /** Letters that were read. */
  readonly letters: number;
  /** 0 to 1; 0 for a language that the model does not know. */
  readonly scoreOf: (code: string) => number;
}

/** eld's scores of the first 350 bytes of `text`: the mean points of its n-grams, brought between 0 and 1. */
export function scoreLanguages(text: string): LanguageScores {
  const { languages, groups } = openLanguageModel();
  const sums = new Float64Array(languages.length);
  const { sets, letters } = countNgrams(text.slice(0, SAMPLE_LENGTH).toWellFormed());
  let count = 0;
  for (const [kind, keys] of sets.entries()) {
    const group = groups[kind];
    count += keys.size;
    if (group) for (const key of keys) addScores(group, key, sums);
  }
  const best = sums.reduce((most, sum, at) => (sum > (sums[most] ?? 0) ? at : most), 0);
  const scoreOf = (code: string): number => {
    const mean = (sums[languages.indexOf(code)] ?? 0) / Math.max(1, count);
    return mean / (mean + SCALE);
  };
  return { best: (sums[best] ?? 0) > 0 ? (languages[best] ?? 'und') : 'und', letters, scoreOf };
}
