/** A folder that cannot be used as a recogniser of names. The message begins with the file or folder at fault. */
export class RecogniserError extends Error {
  override readonly name = 'RecogniserError';
  readonly code = 'recogniser_invalid';
  readonly place: string;

  constructor(place: string, reason: string, cause?: unknown) {
    super(`${place}: ${reason}`, cause === undefined ? undefined : { cause });
    this.place = place;
  }
}
