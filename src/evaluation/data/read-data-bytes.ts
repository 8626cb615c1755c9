import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DataError } from './data-error.ts';

function readBytes(folder: string, file: string): Uint8Array {
  const path = join(folder, file);
  try {
    return readFileSync(path);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'no such file' : String(error);
    throw new DataError('missing', `${path} is expected: ${reason} (--data names the folder that holds ${file})`);
  }
}

/** The bytes of a file below the data folder, unpacked when its name ends in `.gz`. Throws `DataError`. */
export function readDataBytes(folder: string, file: string): Uint8Array {
  const bytes = readBytes(folder, file);
  if (!file.endsWith('.gz')) return bytes;
  try {
    return gunzipSync(bytes);
  } catch {
    throw new DataError('bad', `${join(folder, file)} is no gzip file`);
  }
}
