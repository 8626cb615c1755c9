import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DataError } from '../data/data-error.ts';
import { parseRecord } from '../data/parse-record.ts';
import { readDataFile } from '../data/read-data-file.ts';

const FOLDER = 'encoding';
const casesSchema = z.array(
  z.object({
    label: z.string(),
    original: z.string(),
    fixed: z.string(),
    'fixed-encoding': z.string().optional(),
    expect: z.enum(['pass', 'fail']),
  }),
);

/** A text with what repairing its encoding alone has to make of it. */
export interface EncodingCase {
  readonly file: string;
  /** Counts from 1 in its file. */
  readonly line: number;
  readonly label: string;
  readonly original: string;
  readonly wanted: string;
  /** False for what nobody is known to repair. */
  readonly isExpected: boolean;
}

function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(join(folder, FOLDER))
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch {
    return [];
  }
}

/** The cases of `encoding/*.json`, by file and place. Throws `DataError`. */
export function readCases(folder: string): readonly EncodingCase[] {
  const names = listFiles(folder);
  if (names.length === 0) throw new DataError('missing', `${join(folder, FOLDER, '*.json')} is expected: no such file`);
  return names.flatMap((name) => {
    const file = `${FOLDER}/${name}`;
    return parseRecord(readDataFile(folder, file), file, casesSchema).map((one, at) => ({
      file,
      line: at + 1,
      label: one.label,
      original: one.original,
      wanted: one['fixed-encoding'] ?? one.fixed,
      isExpected: one.expect === 'pass',
    }));
  });
}
