import { readLimits } from '../read-limits.ts';

/** The thresholds of `rules/annotation.yaml` that keyphrases are told by; unit and source of each stand there. */
export const PHRASE_THRESHOLDS = {
  maxPhrases: 'keyphrases.max_phrases',
  longText: 'keyphrases.long_text',
  enough: 'keyphrases.enough',
  minShare: 'keyphrases.min_share',
  titleWeight: 'keyphrases.title_weight',
  headingWeight: 'keyphrases.heading_weight',
  lastWeight: 'keyphrases.last_weight',
  oneWord: 'keyphrases.one_word',
  twoWords: 'keyphrases.two_words',
  threeWords: 'keyphrases.three_words',
  oneWordName: 'keyphrases.one_word_name',
  longName: 'keyphrases.long_name',
  phrasePower: 'keyphrases.phrase_power',
  wordPower: 'keyphrases.word_power',
  titleAlone: 'keyphrases.title_alone',
  minOutside: 'keyphrases.min_outside',
} as const;

export type PhraseLimits = Readonly<Record<keyof typeof PHRASE_THRESHOLDS, number>>;

/** Throws `RangeError` when a threshold is missing. */
export const readPhraseLimits = (thresholds: Readonly<Record<string, number>>): PhraseLimits =>
  readLimits(PHRASE_THRESHOLDS, thresholds);
