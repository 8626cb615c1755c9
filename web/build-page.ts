import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const PROJECT = join(import.meta.dirname, '..');
/** What the page is made of, and what its types and reasons come from. */
const SOURCES = [
  'web/src/**',
  'web/*.{ts,html,json}',
  'src/service/api/desk/shapes/*.ts',
  'src/service/review/review-reasons.ts',
  'package-lock.json',
];
const STAMP = join(import.meta.dirname, 'dist', '.sources');

function hashSources(): string {
  const hash = createHash('sha256');
  const files = SOURCES.flatMap((pattern) => globSync(pattern, { cwd: PROJECT, withFileTypes: true }));
  const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
  for (const path of [...new Set(paths)].sort()) hash.update(`${path}\n`).update(readFileSync(path)).update('\n');
  return hash.digest('hex');
}

/** Builds `web/dist`, unless it is what the sources of now give. Returns whether it was built. */
export async function buildPage(): Promise<boolean> {
  const stamp = hashSources();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return false;
  await build({ configFile: join(import.meta.dirname, 'vite.config.ts'), mode: 'production' });
  writeFileSync(STAMP, stamp);
  return true;
}
