import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadRuleset, moderate } from '../../src/index.ts';
import { Cleanup } from '../../tests/faults/cleanup.ts';
import { listModes } from '../../tests/faults/open-stage.ts';
import { type DeskCost, RunningDesk } from '../desk/running-desk.ts';
import { type Spread, toSpread } from '../measuring/spread.ts';
import { listSeries } from './article-texts.ts';
import { type Rounds, takeTurns } from './take-turns.ts';

/** What queue, store, API and webhooks take beside moderation. */
export interface DeskShare extends DeskCost {
  /** Of our processes' CPU and that of moderation together. */
  readonly share: number;
}

export interface DeskFigures {
  /** UTF-16 code units of each article. */
  readonly length: number;
  /** CPU milliseconds of `moderate()` for articles like it. */
  readonly moderation: Spread;
  readonly modes: readonly DeskShare[];
}

const PRELOAD = fileURLToPath(new URL('../desk/with-made-results.ts', import.meta.url));
/** One article warms up for so many that are counted. */
const WARM_UP = 3;
/** Embedded always; the servers of production where they are installed. */
const MODES = ['embedded', 'redis+postgres'];

async function measureModeration(texts: readonly string[], rounds: Rounds): Promise<Spread> {
  const ruleset = loadRuleset();
  const [series] = listSeries(texts);
  const run = (text: string): unknown => moderate({ id: 'bench', text }, { ruleset });
  const [times = []] = await takeTurns([{ name: 'moderate()', run }], (round) => series?.textOf(round) ?? '', rounds);
  return toSpread(times);
}

/**
 * What the desk takes for each article beside moderation: real processes and servers, articles over HTTP and decisions as
 * webhooks, but in the place of moderation a result that was made before. Linux only.
 */
export async function measureDesk(
  texts: readonly string[],
  { rounds, articles }: { readonly rounds: Rounds; readonly articles: number },
  cleanup: Cleanup,
  tell: (progress: string) => void,
): Promise<DeskFigures> {
  const text = texts[0] ?? '';
  tell('desk: moderation by itself');
  const moderation = await measureModeration([text], rounds);
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-bench-'));
  cleanup.add(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'article.txt');
  writeFileSync(file, text);
  const modes: DeskShare[] = [];
  for (const mode of listModes().filter((one) => MODES.includes(one))) {
    tell(`desk: ${articles} articles, ${mode}`);
    const own = new Cleanup();
    cleanup.add(() => own.close());
    try {
      const running = await RunningDesk.open({ mode, preload: PRELOAD, text, env: { BENCH_ARTICLE: file } }, own);
      const cost = await running.measureMany(articles, Math.ceil(articles / WARM_UP));
      modes.push({ ...cost, share: cost.ours / (cost.ours + moderation.median) });
    } finally {
      await own.close();
    }
  }
  return { length: text.length, moderation, modes };
}
