import type { WordCache } from '../../moderation/annotate/entities/sequence/sentence-view.ts';
import { labelWords } from './label-words.ts';
import type { MarkedText } from './marked-text.ts';
import { toCapitals, toTitle } from './to-capitals.ts';
import { type TrainingSentence, toTrainingSentence } from './training-sentence.ts';

/** Every so many texts are also shown in capitals and like a title. */
const CAPITALS_EVERY = 5;
const TITLES_EVERY = 8;

/** Texts of one kind and how they are trained on. */
export interface TrainingTexts {
  readonly texts: readonly MarkedText[];
  /** How much their mistakes count; 1 as usual. */
  readonly weight: number;
  /** True when some are shown in capitals and like titles as well, so that headings are learned. */
  readonly varied: boolean;
}

function vary(texts: readonly MarkedText[]): readonly MarkedText[] {
  const capitals = texts.filter((_, at) => at % CAPITALS_EVERY === 0).map(toCapitals);
  const titles = texts.filter((_, at) => at % TITLES_EVERY === 3).map(toTitle);
  return [...texts, ...capitals, ...titles];
}

/** The sentences of texts, ready for training. */
export function prepareSentences(
  { texts, weight, varied }: TrainingTexts,
  cache: WordCache = new Map(),
): readonly TrainingSentence[] {
  const shown = varied ? vary(texts) : texts;
  return shown.flatMap((text) => labelWords(text).map((words) => toTrainingSentence(words, weight, cache)));
}
