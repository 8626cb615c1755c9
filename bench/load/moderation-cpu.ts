import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What threads have noted: articles, and CPU seconds of moderation and of the threads as a whole. */
export interface ModerationCpu {
  readonly articles: number;
  readonly seconds: number;
  readonly threadSeconds: number;
}

/** The sums over all threads that have noted something into `folder`; see `watched-index.ts`. */
export function readModerationCpu(folder: string): ModerationCpu {
  let [articles, seconds, threadSeconds] = [0, 0, 0];
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name));
    if (bytes.length < 32) continue;
    articles += bytes.readDoubleLE(0);
    seconds += (bytes.readDoubleLE(8) + bytes.readDoubleLE(16)) / 1e6;
    threadSeconds += bytes.readDoubleLE(24) / 1e6;
  }
  return { articles, seconds, threadSeconds };
}
