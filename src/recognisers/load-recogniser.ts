import type { EntityRecogniser } from '../moderation/model/entity-recogniser.ts';

/**
 * The recogniser of names in a folder: `recogniser.json` says of which kind it is; an exported ONNX model needs none.
 * Everything that can be wrong with its files is found here, not at the first article. Throws `RecogniserError`.
 */
export async function loadRecogniser(folder: string): Promise<EntityRecogniser> {
  // Loaded here, not with the library: few ask for a recogniser of their own.
  const { readRecogniserFile } = await import('./read-recogniser-file.ts');
  const file = readRecogniserFile(folder);
  switch (file.kind) {
    case 'onnx': {
      const { loadOnnxRecogniser } = await import('./onnx/load-onnx-recogniser.ts');
      return loadOnnxRecogniser(folder, file);
    }
    case 'copydesk': {
      const { loadTrainedRecogniser } = await import('./load-trained-recogniser.ts');
      return await loadTrainedRecogniser(folder, file);
    }
  }
}
