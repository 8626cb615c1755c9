import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Boundaries, boundarySchema } from './boundary-schema.ts';

const FOLDER = new URL('./', import.meta.url);

/** Every file of cases, in order of name. A field that is not known is refused with the name of the file. */
export function readBoundaries(): readonly Boundaries[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));
  return files.sort().map((file) => {
    const read = boundarySchema.safeParse(parse(readFileSync(new URL(file, FOLDER), 'utf8')));
    if (!read.success) throw new TypeError(`tests/rules/boundaries/${file}: ${read.error.message}`);
    return read.data;
  });
}
