import { TrainingDataError } from './training-data-error.ts';

/** The text of a file in UTF-8, without its byte order mark. Throws `TrainingDataError` that names `file` and the first line that is not. */
export function decodeUtf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const [before = ''] = new TextDecoder().decode(bytes).split('\uFFFD', 1);
    throw new TrainingDataError(`${file}:${before.split(/\r\n?|\n/u).length}: is no UTF-8`);
  }
}
