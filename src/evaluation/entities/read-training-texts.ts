import type { TrainingTexts } from '../../training/entities/prepare-sentences.ts';
import { readMarkedGum, readMarkedSentences } from './read-marked-sentences.ts';

/**
 * The texts that the shipped model is trained on, but for those that are measured on: `without` names a corpus that is left out. Edited
 * text counts more than short messages, which are many. BTC and UNER mark no names of type MISC. Throws `DataError`.
 */
export function readTrainingTexts(folder: string, without: readonly string[]): readonly TrainingTexts[] {
  const corpora: Readonly<Record<string, () => TrainingTexts>> = {
    wikigold: () => ({ texts: readMarkedSentences(folder, 'wikigold', 'nothing'), weight: 3, varied: true }),
    'wnut17.train': () => ({ texts: readMarkedSentences(folder, 'wnut17.train', 'nothing'), weight: 0.5, varied: false }),
    btc: () => ({ texts: readMarkedSentences(folder, 'btc', 'misc'), weight: 0.2, varied: false }),
    'uner-ewt.dev': () => ({ texts: readMarkedSentences(folder, 'uner-ewt.dev', 'misc'), weight: 1, varied: true }),
    gum: () => ({ texts: readMarkedGum(folder), weight: 0.3, varied: false }),
  };
  return Object.entries(corpora).flatMap(([name, read]) => (without.includes(name) ? [] : [read()]));
}
