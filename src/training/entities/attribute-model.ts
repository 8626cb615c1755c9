import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { NAME_MODEL_SOURCES } from '../../moderation/annotate/entities/name-model-sources.ts';

/** A file that a model was trained on. */
export interface TrainingFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** That of the weights which ours are a part of; share-alike. */
const LICENCE = 'CC BY-SA 4.0';

/**
 * What a model states of itself beside its weights: its licence, the files it was trained on, by name and SHA-256, with the licence that
 * their owner gives them, and what the model it goes on from was made of. CC BY and CC BY-SA ask to carry that on.
 */
export function attributeModel(files: readonly TrainingFile[], licence: string | undefined) {
  return {
    about: 'Written by copydesk train entities',
    licence: LICENCE,
    inputs: files.map(({ path, bytes }) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return { file: basename(path), sha256, licence: licence ?? 'not stated' };
    }),
    goesOnFrom: NAME_MODEL_SOURCES,
  };
}
