import { fileURLToPath } from 'node:url';
import { Cleanup } from '../../../tests/faults/cleanup.ts';
import { endScripts, runScript } from '../run-script.ts';
import type { Rounds } from '../take-turns.ts';
import { type BaseVerdict, judgeBase, type Pair } from './judge-base.ts';
import { openBase } from './open-base.ts';

export interface BaseFigures extends BaseVerdict {
  readonly ref: string;
  readonly commit: string;
}

export interface BaseSettings {
  /** The working tree. */
  readonly tree: string;
  /** What it is compared with; by default the last commit, or the one before when nothing has changed since. */
  readonly ref: string | undefined;
  /** Processes of each side at first. */
  readonly pairs: number;
  /** Rounds in each process. */
  readonly rounds: Rounds;
  /** An article in place of our own texts. */
  readonly file: string | undefined;
}

/** So often is a slow-down measured before it is believed. */
const MAX_ATTEMPTS = 3;
const SCRIPT = fileURLToPath(new URL('measure-side.ts', import.meta.url));

const isRatios = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.length > 0 && value.every((ratio) => typeof ratio === 'number');

async function measureSide(folder: string, { rounds, file }: BaseSettings): Promise<readonly number[]> {
  const ratios = await runScript(SCRIPT, [
    folder,
    `${rounds.counted}`,
    `${rounds.warmUp}`,
    ...(file === undefined ? [] : [file]),
  ]);
  if (!isRatios(ratios)) throw new Error(`${SCRIPT} printed no ratios`);
  return ratios;
}

/** One process for each side, every other time the tree's first. */
async function measurePair(baseFolder: string, settings: BaseSettings, isTreeFirst: boolean): Promise<Pair> {
  if (!isTreeFirst) return { base: await measureSide(baseFolder, settings), tree: await measureSide(settings.tree, settings) };
  const tree = await measureSide(settings.tree, settings);
  return { base: await measureSide(baseFolder, settings), tree };
}

/**
 * Compares the working tree with a commit: the ratio of `moderate()` to compromise in processes of each in turn. A slow-down is
 * measured again, with all that was measured before, until it is gone or has been seen three times. Throws `NoBaseError`.
 */
export async function compareWithBase(
  settings: BaseSettings,
  cleanup: Cleanup,
  tell: (progress: string) => void,
): Promise<BaseFigures> {
  const own = new Cleanup();
  cleanup.add(() => own.close());
  try {
    const { ref, commit, folder } = openBase(settings.tree, settings.ref, own);
    own.add(endScripts);
    const pairs: Pair[] = [];
    for (let attempt = 0; attempt < MAX_ATTEMPTS && (attempt === 0 || judgeBase(pairs).isSlower); attempt++) {
      for (let pair = 0; pair < settings.pairs; pair++) {
        tell(`base: ${ref} and the working tree, pair ${pairs.length + 1}${attempt > 0 ? ', as it looked slower' : ''}`);
        pairs.push(await measurePair(folder, settings, pairs.length % 2 === 1));
      }
    }
    return { ref, commit, ...judgeBase(pairs) };
  } finally {
    await own.close();
  }
}
