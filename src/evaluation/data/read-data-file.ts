import { Buffer } from 'node:buffer';
import { readDataBytes } from './read-data-bytes.ts';

/** The text of a file below the data folder, unpacked when its name ends in `.gz`. Throws `DataError`. */
export function readDataFile(folder: string, file: string): string {
  return Buffer.from(readDataBytes(folder, file)).toString('utf8');
}
