/** Labelled data that cannot be trained on. The message names the file, and the line where one is at fault. */
export class TrainingDataError extends Error {
  override readonly name = 'TrainingDataError';
}
