import { openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { threadId } from 'node:worker_threads';
import { fingerprintArticle as fingerprintReal, openArticle as openReal } from '../../src/index.ts';

export { loadRecogniser, proposeRules } from '../../src/index.ts';

/** A thread notes here, after each article: articles, and CPU microseconds within moderation, within fingerprints, and of the thread. */
const file = openSync(join(process.env.BENCH_MODERATION ?? '.', `${process.pid}-${threadId}`), 'w');
const noted = new Float64Array(4);

function measure<T>(place: 1 | 2, work: () => T): T {
  const from = process.threadCpuUsage();
  try {
    return work();
  } finally {
    const { user, system } = process.threadCpuUsage(from);
    noted[place] = (noted[place] ?? 0) + user + system;
  }
}

function note(): void {
  const { user, system } = process.threadCpuUsage();
  noted[0] = (noted[0] ?? 0) + 1;
  noted[3] = user + system;
  writeSync(file, noted, 0, noted.byteLength, 0);
}

/** Reads the article, and finds by what it is known: the first part of its moderation beside others. */
export const fingerprintArticle: typeof fingerprintReal = (...args) => measure(2, () => fingerprintReal(...args));

/** The rest of it, up to the result as an object; writing that down as JSON is the desk's. */
export const openArticle: typeof openReal = (...args) => {
  const opened = measure(1, () => openReal(...args));
  const moderate: typeof opened.moderate = (amendments) => {
    const result = measure(1, () => opened.moderate(amendments));
    note();
    return result;
  };
  return { ...opened, moderate };
};
