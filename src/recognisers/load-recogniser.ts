import type { EntityRecogniser } from '../moderation/model/entity-recogniser.ts';
import { loadTrainedRecogniser } from './load-trained-recogniser.ts';
import { readRecogniserFile } from './read-recogniser-file.ts';

/**
 * The recogniser of names in a folder: `recogniser.json` says of which kind it is; an exported ONNX model needs none.
 * Everything that can be wrong with its files is found here, not at the first article. Throws `RecogniserError`.
 */
export async function loadRecogniser(folder: string): Promise<EntityRecogniser> {
  const file = readRecogniserFile(folder);
  switch (file.kind) {
    case 'onnx': {
      const { loadOnnxRecogniser } = await import('./onnx/load-onnx-recogniser.ts');
      return loadOnnxRecogniser(folder, file);
    }
    case 'copydesk':
      return await loadTrainedRecogniser(folder, file);
  }
}
