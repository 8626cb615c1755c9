import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from './temporary-folder.ts';

const SHIPPED = fileURLToPath(new URL('../../rules/', import.meta.url));

/** A change of one file: its name, what is there, what shall be there. */
type Change = readonly [file: string, from: string | RegExp, to: string];

/** A copy of the rules shipped, changed. Throws when a change finds nothing to change. */
export function rulesFolder(...changes: readonly Change[]): string {
  const folder = temporaryFolder();
  cpSync(SHIPPED, folder, { recursive: true });
  for (const [file, from, to] of changes) {
    const before = readFileSync(join(folder, file), 'utf8');
    const after = before.replace(from, () => to);
    if (after === before) throw new TypeError(`nothing to change in ${file}: ${from}`);
    writeFileSync(join(folder, file), after);
  }
  return folder;
}
