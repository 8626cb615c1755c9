import { createNameRecogniser, type NameRecogniser } from '../../moderation/annotate/entities/create-name-recogniser.ts';
import { openNameModel } from '../../moderation/annotate/entities/sequence/name-model.ts';
import type { WordCache } from '../../moderation/annotate/entities/sequence/sentence-view.ts';
import { packNameModel } from '../../training/entities/pack-name-model.ts';
import { prepareSentences, type TrainingTexts } from '../../training/entities/prepare-sentences.ts';
import { TRAINING_SETTINGS, trainNameModel } from '../../training/entities/train-name-model.ts';

/** Trains a model on texts and packs it as the shipped one is packed. */
export function trainRecogniser(
  texts: readonly TrainingTexts[],
  cache: WordCache,
  onProgress: (done: number, total: number) => void,
): NameRecogniser {
  const sentences = texts.flatMap((part) => prepareSentences(part, cache));
  const packed = packNameModel(trainNameModel(sentences, TRAINING_SETTINGS, onProgress));
  return createNameRecogniser(openNameModel(packed), 'evaluation');
}
