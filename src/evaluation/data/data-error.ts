/** Labelled data that is not there, or not what it should be. The message names the file. */
export class DataError extends Error {
  override readonly name = 'DataError';
  readonly reason: 'missing' | 'bad';

  constructor(reason: 'missing' | 'bad', message: string) {
    super(message);
    this.reason = reason;
  }
}
