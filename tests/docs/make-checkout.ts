import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../cli/temporary-folder.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
/** What commands write into a checkout must not come to ours. */
const OWN = new Set(['.git', '.copydesk', 'dist', 'coverage']);

/** A folder that a reader's commands find to be a checkout of this project, with further files in it. */
export function makeCheckout(files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder();
  for (const name of readdirSync(PROJECT)) if (!OWN.has(name)) symlinkSync(join(PROJECT, name), join(folder, name));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
