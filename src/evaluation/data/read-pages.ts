import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DataError } from './data-error.ts';
import { parseRecord } from './parse-record.ts';
import { readDataFile } from './read-data-file.ts';

const lineSchema = z.object({
  text: z.string(),
  label: z.enum(['content', 'boilerplate', 'spam_insert', 'duplicate', 'near_duplicate', 'title_repeat/slug']),
  sub: z.string().optional(),
  exact_repeat_of: z.unknown().optional(),
});

const pageSchema = z.object({
  kind: z.string(),
  url: z.string().optional(),
  title: z.string().optional(),
  lines: z.array(lineSchema).min(1),
});

export type PageLine = z.infer<typeof lineSchema>;
/** A web page as labelled lines; `file` stands below the data folder. */
export type Page = z.infer<typeof pageSchema> & { readonly file: string };

function listPages(folder: string): readonly string[] {
  try {
    return readdirSync(join(folder, 'pages'))
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch {
    return [];
  }
}

/** All pages in the order of their names. Throws `DataError`. */
export function readPages(folder: string): readonly Page[] {
  const names = listPages(folder);
  if (names.length === 0) throw new DataError('missing', `${join(folder, 'pages', '*.json')} is expected: no such file`);
  return names.map((name) => {
    const file = `pages/${name}`;
    return { ...parseRecord(readDataFile(folder, file), file, pageSchema), file };
  });
}
