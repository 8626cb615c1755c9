import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError } from './config/config-error.ts';

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function makeEach(path: string): void {
  if (isFolder(path)) return;
  const above = dirname(path);
  if (above !== path) makeEach(above);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!isFolder(path)) throw error;
  }
}

/**
 * Makes a folder and those above it. Throws `ConfigError` naming `setting`, from which the path came. Step by step, because
 * `mkdirSync` with `recursive` never returns for a path such as `/proc/nowhere`.
 */
export function makeFolder(path: string, setting: string): void {
  try {
    makeEach(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(`${setting}: the folder ${path} cannot be made (${reason}); name one that can be written`);
  }
}
