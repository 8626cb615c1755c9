import { copyFileSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PLAIN_FILES, PLANTED_VIOLATIONS } from './planted-violations.ts';
import { PROJECT } from './read-sources.ts';

function write(folder: string, file: string, code: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), code);
}

/** A project of broken rules in a temporary folder, with the packages of this one. Gives the folder; its caller removes it. */
export function plantProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-planted-'));
  copyFileSync(join(PROJECT, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const file of PLAIN_FILES) write(folder, file, 'export const plain = true;\n');
  for (const { file, code } of PLANTED_VIOLATIONS) write(folder, file, code);
  return folder;
}
