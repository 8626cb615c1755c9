import type { z } from 'zod';
import { parseRecord } from './parse-record.ts';
import { readDataFile } from './read-data-file.ts';

/** A record and where it stands. */
export interface PlacedRecord<T> {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly record: T;
}

/** The records of an NDJSON file below the data folder; blank lines are passed over. Throws `DataError`. */
export function readRecords<T>(folder: string, file: string, schema: z.ZodType<T>): readonly PlacedRecord<T>[] {
  const lines = readDataFile(folder, file).split('\n');
  return lines.flatMap((json, at) =>
    json.trim() === '' ? [] : [{ line: at + 1, record: parseRecord(json, `${file}:${at + 1}`, schema) }],
  );
}
