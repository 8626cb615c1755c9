import { readFileSync } from 'node:fs';
import { RecogniserError } from './recogniser-error.ts';

/** Reads a JSON file of a recogniser. Throws `RecogniserError` when it is missing or no JSON. */
export function readJsonFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const reason = error instanceof Error ? error.message : String(error);
    throw new RecogniserError(path, isMissing ? 'is missing' : `cannot be read as JSON: ${reason}`, error);
  }
}
