import { z } from 'zod';
import { parseRecord } from '../data/parse-record.ts';
import { readDataFile } from '../data/read-data-file.ts';

const SEGMENTS_FILE = 'html/segments.json';

const segmentsSchema = z.array(z.string().min(1));
const listSchema = z.array(z.object({ file: z.string().min(1), url: z.string(), with: segmentsSchema, without: segmentsSchema }));

/** A labelled page before it is read; `file` stands beside the list. */
export type ListedPage = z.infer<typeof listSchema>[number];

/** The pages that `html/segments.json` names. Throws `DataError`. */
export function readPageList(folder: string): readonly ListedPage[] {
  return parseRecord(readDataFile(folder, SEGMENTS_FILE), SEGMENTS_FILE, listSchema);
}
