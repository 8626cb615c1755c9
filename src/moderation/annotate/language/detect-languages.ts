import type { Language } from '../../model/annotation.ts';
import type { CleanedText } from '../../model/cleaned-text.ts';
import type { Span } from '../../model/span.ts';
import { LETTER_CLASS, letterClass } from '../../text/letter-class.ts';
import { detectLanguage } from './detect-language.ts';
import { isPlainlyEnglish } from './is-plainly-english.ts';
import type { LanguageScores } from './score-languages.ts';
import { scoreProse } from './score-prose.ts';

/** UTF-16 code units of text that are looked at. */
const SAMPLE_LENGTH = 1000;
/**
 * A block of so many letters is of another language than its article when that language scores so much better. Of English
 * sentences of 40 letters and more .2 % or fewer do, of paragraphs of 29 other languages 99 % and more.
 */
const LONG = { letters: 40, lead: 0.1 };
/** The same for shorter ones: another script, mostly. */
const SHORT = { letters: 20, lead: 0.3 };
/** Least score of a language that a block is said to be of: a list of names stays below, 99.7 % of those paragraphs above. */
const MIN_SCORE = 0.65;

/** The language of an article, and of each of its blocks, ISO 639-1 or `und`. */
export interface ArticleLanguages {
  readonly article: Language;
  readonly blocks: readonly string[];
}

/** Letters of a text, up to `most`. */
function countLetters(text: string, most: number): number {
  let letters = 0;
  for (let at = 0; at < text.length && letters < most; at++)
    if (letterClass(text, at, text.length) === LETTER_CLASS.letter) letters++;
  return letters;
}

/** How a block reads. Nearly all blocks are plain English, which is seen without asking the model, unless its scores are wanted. */
function scoreBlock(sample: string): LanguageScores {
  if (!isPlainlyEnglish(sample)) return scoreProse(sample);
  let scores: LanguageScores | undefined;
  const scoreOf = (code: string): number => {
    scores ??= scoreProse(sample);
    return scores.scoreOf(code);
  };
  return { best: 'en', letters: countLetters(sample, LONG.letters), scoreOf };
}

/** The language of a block by itself; undefined when it has too few letters, or reads about as well in the article's. */
function ownLanguage(scores: LanguageScores | undefined, article: string): string | undefined {
  if (!scores || scores.best === 'und' || scores.best === article) return undefined;
  const score = scores.scoreOf(scores.best);
  const lead = score - scores.scoreOf(article);
  const isTold = score >= MIN_SCORE && [LONG, SHORT].some((least) => scores.letters >= least.letters && lead > least.lead);
  return isTold ? scores.best : undefined;
}

/** The language of most letters in blocks that are long enough; undefined when there are none. */
function findMain(blocks: readonly Span[], scores: readonly (LanguageScores | undefined)[]): string | undefined {
  const letters = new Map<string, number>();
  for (const [row, block] of blocks.entries()) {
    const found = scores[row];
    if (found && found.best !== 'und' && found.letters >= LONG.letters)
      letters.set(found.best, (letters.get(found.best) ?? 0) + block.end - block.start);
  }
  return [...letters].reduce<[string | undefined, number]>(
    (most, entry) => (entry[1] > most[1] ? entry : most),
    [undefined, 0],
  )[0];
}

/** The beginning of a text without code and without the blocks that are of another language than most of it. */
function sampleText({ text, blocks }: CleanedText, own: readonly (string | undefined)[]): string {
  let sample = '';
  for (const [row, { kind, start, end }] of blocks.entries()) {
    if (sample.length >= SAMPLE_LENGTH) break;
    if (own[row] === undefined && kind !== 'code') sample += `${text.slice(start, Math.min(end, start + SAMPLE_LENGTH))}\n\n`;
  }
  return sample;
}

/**
 * The language of a text and of its blocks. The text's is that of its first paragraphs in the language of most letters;
 * a block's is its own when it has letters enough to tell, else the text's. `declared` is what the markup says.
 */
export function detectLanguages(cleaned: CleanedText, declared?: string): ArticleLanguages {
  const { text, blocks } = cleaned;
  const scores = blocks.map(({ kind, start, end }) =>
    kind === 'code' || end - start < SHORT.letters
      ? undefined
      : scoreBlock(text.slice(start, Math.min(end, start + SAMPLE_LENGTH))),
  );
  const main = findMain(blocks, scores);
  const strays = scores.map((found) => (main === undefined ? undefined : ownLanguage(found, main)));
  const article = detectLanguage(sampleText(cleaned, strays), declared);
  return { article, blocks: scores.map((found) => ownLanguage(found, article.code) ?? article.code) };
}
