import { promises as files } from 'node:fs';
import type { CheckInput } from '../list-inputs.ts';

/** The work that is worth a thread: half of that after which any are started (`ENOUGH` of `item-drawer.ts`). */
const WORTH = { files: 16, bytes: 256 * 1024 } as const;

/** Part of a thread that a file is worth, 1 at most: it is one article, on which one thread works. */
async function weigh({ name }: CheckInput): Promise<number> {
  const bytes = await files.stat(name).then(
    ({ size }) => size,
    () => 0,
  );
  return Math.min(1, Math.max(1 / WORTH.files, bytes / WORTH.bytes));
}

/** How many articles these hold and how large they are is not known before they are read. */
const isOpen = (input: CheckInput): boolean => !('fault' in input) && (input.kind === 'ndjson' || input.chunks !== undefined);

/**
 * How many of `most` threads have enough to do on these inputs. Of files that are an article each, no more are looked at than is needed
 * to tell.
 */
export async function countUsefulThreads(inputs: readonly CheckInput[], most: number): Promise<number> {
  if (most === 1 || inputs.some(isOpen)) return most;
  let useful = 0;
  for (const input of inputs) {
    if (useful >= most) break;
    useful += await weigh(input);
  }
  return Math.min(most, Math.max(1, Math.ceil(useful)));
}
