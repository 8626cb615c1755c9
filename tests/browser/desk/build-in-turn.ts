import { mkdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';
import { buildPage } from '../../../web/build-page.ts';

function lock(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** Builds the page, unless it is what the sources of now give. Of test files that begin at the same time, one does; two would empty each other's folder. */
export async function buildInTurn(): Promise<void> {
  const folder = join(inject('runFolder'), 'building');
  while (!lock(folder)) await sleep(50);
  try {
    await buildPage();
  } finally {
    rmdirSync(folder);
  }
}
