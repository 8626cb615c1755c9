import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DataError } from './data-error.ts';

function readBytes(folder: string, file: string): Buffer {
  const path = join(folder, file);
  try {
    return readFileSync(path);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'no such file' : String(error);
    throw new DataError('missing', `${path} is expected: ${reason} (--data names the folder that holds ${file})`);
  }
}

/** The text of a file below the data folder, unpacked when its name ends in `.gz`. Throws `DataError`. */
export function readDataFile(folder: string, file: string): string {
  const bytes = readBytes(folder, file);
  if (!file.endsWith('.gz')) return bytes.toString('utf8');
  try {
    return gunzipSync(bytes).toString('utf8');
  } catch {
    throw new DataError('bad', `${join(folder, file)} is no gzip file`);
  }
}
