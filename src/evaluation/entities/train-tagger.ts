import type { WordCache } from '../../moderation/annotate/entities/sequence/sentence-view.ts';
import type { TrainingTexts } from '../../training/entities/prepare-sentences.ts';
import { trainRecogniser } from './train-recogniser.ts';
import type { TypedSpan } from './typed-span.ts';

/** Finds the names in the paragraphs of a text. */
export type Tagger = (paragraphs: readonly string[]) => readonly (readonly TypedSpan[])[];

/** Trains a model on texts and packs it as the shipped one is packed. */
export function trainTagger(
  texts: readonly TrainingTexts[],
  cache: WordCache,
  onProgress: (done: number, total: number) => void,
): Tagger {
  const recogniser = trainRecogniser(texts, cache, onProgress);
  return (paragraphs) => recogniser.recognise(paragraphs.map((text) => ({ kind: 'paragraph', text })));
}
