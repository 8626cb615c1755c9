import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { PROJECT } from './read-sources.ts';

function toResult(output: ICruiseResult | string): ICruiseResult {
  if (typeof output === 'string') throw new TypeError('dependency-cruiser gave a report instead of a result');
  return output;
}

/** Reads all imports of `src` and `workers` below a folder and holds them against the project's rules. */
export async function cruiseFolder(folder: string): Promise<ICruiseResult> {
  const { tsConfig: _, ...options } = await extractDepcruiseOptions(join(PROJECT, '.dependency-cruiser.mjs'));
  const roots = ['src', 'workers'].filter((root) => existsSync(join(folder, root)));
  const { output } = await cruise(roots, { ...options, baseDir: folder }, options.enhancedResolveOptions);
  return toResult(output);
}
