import { createNameRecogniser } from '../../moderation/annotate/entities/create-name-recogniser.ts';
import { openNameModel } from '../../moderation/annotate/entities/sequence/name-model.ts';
import type { WordCache } from '../../moderation/annotate/entities/sequence/sentence-view.ts';
import { packNameModel } from '../../training/entities/pack-name-model.ts';
import { prepareSentences, type TrainingTexts } from '../../training/entities/prepare-sentences.ts';
import { TRAINING_SETTINGS, trainNameModel } from '../../training/entities/train-name-model.ts';
import type { TypedSpan } from './typed-span.ts';

/** Finds the names in the paragraphs of a text. */
export type Tagger = (paragraphs: readonly string[]) => readonly (readonly TypedSpan[])[];

/** Trains a model on texts and packs it as the shipped one is packed. */
export function trainTagger(
  texts: readonly TrainingTexts[],
  cache: WordCache,
  onProgress: (done: number, total: number) => void,
): Tagger {
  const sentences = texts.flatMap((part) => prepareSentences(part, cache));
  const packed = packNameModel(trainNameModel(sentences, TRAINING_SETTINGS, onProgress));
  const recogniser = createNameRecogniser(openNameModel(packed), 'evaluation');
  return (paragraphs) => recogniser.recognise(paragraphs.map((text) => ({ kind: 'paragraph', text })));
}
