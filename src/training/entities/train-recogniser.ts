import { createNameRecogniser } from '../../moderation/annotate/entities/create-name-recogniser.ts';
import { type NameModel, openNameModel, type PackedNameModel } from '../../moderation/annotate/entities/sequence/name-model.ts';
import type { RecognisedNames } from '../../moderation/model/entity-recogniser.ts';
import { packNameModel } from './pack-name-model.ts';
import { TRAINING_SETTINGS, trainNameModel } from './train-name-model.ts';
import type { TrainingSentence } from './training-sentence.ts';

/** A model that was just trained. */
export interface TrainedRecogniser {
  /** As it is written to a file. */
  readonly packed: PackedNameModel;
  /** Finds the names in each paragraph of a text, with the packed model. */
  readonly recognise: (paragraphs: readonly string[]) => RecognisedNames;
}

/** Trains a recogniser of names; it goes on from `start`, if given. The same sentences give the same model. */
export function trainRecogniser(
  sentences: readonly TrainingSentence[],
  onProgress: (done: number, total: number) => void,
  start?: NameModel,
): TrainedRecogniser {
  const packed = packNameModel(trainNameModel(sentences, TRAINING_SETTINGS, onProgress, start));
  const recogniser = createNameRecogniser(openNameModel(packed), 'trained');
  return { packed, recognise: (paragraphs) => recogniser.recognise(paragraphs.map((text) => ({ kind: 'paragraph', text }))) };
}
