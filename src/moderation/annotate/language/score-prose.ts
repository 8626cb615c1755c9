import { keepPlainWords } from './keep-plain-words.ts';
import { type LanguageScores, scoreLanguages } from './score-languages.ts';

/** UTF-16 code units of text that are looked at. */
const SAMPLE_LENGTH = 1000;
/** Letters of plain words from which they tell a language. */
const MIN_PLAIN = 12;
/** Letters of a text that is judged so; of a shorter one no language is stated but what its markup says. */
const MIN_LETTERS = 20;
/** Plain words that read so nearly as well as English are taken for English. */
const DOUBT = 0.03;
const UNTOLD = 'und';
const CASED = /\p{Ll}/u;
const LATIN = /\p{Script=Latin}/gu;
const LETTERS = /\p{L}/gu;

/** True for text mostly in Latin letters, not all of them capitals. */
function hasNames(text: string): boolean {
  const letters = text.match(LETTERS)?.length ?? 0;
  const latin = text.match(LATIN)?.length ?? 0;
  return latin * 2 > letters && CASED.test(text);
}

/**
 * How much a text reads like each language when its names do not count for another language than English: it is of another
 * language only when its plain words are. `best` is `und` for text that is hardly more than names.
 */
export function scoreProse(text: string): LanguageScores {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const all = scoreLanguages(sample);
  const isUnjudged = all.best === 'en' || all.best === UNTOLD || all.letters < MIN_LETTERS;
  if (isUnjudged || !hasNames(sample)) return all;
  const plain = scoreLanguages(keepPlainWords(sample));
  if (plain.letters < MIN_PLAIN) return { ...all, best: UNTOLD };
  if (plain.scoreOf('en') <= plain.scoreOf(all.best) - DOUBT) return all;
  return { best: 'en', letters: all.letters, scoreOf: plain.scoreOf };
}
