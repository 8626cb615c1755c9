import type { Cleanup } from '../../tests/faults/cleanup.ts';
import { meanSize } from './article-sizes.ts';
import { ArticleSource } from './article-source.ts';
import { findCeiling } from './find-ceiling.ts';
import { type RedisSize, readRedisSize, readTableSizes, readWritten, type Written } from './footprint.ts';
import type { LoadOptions } from './load-options.ts';
import type { Footprint, LoadResult, WorkersResult } from './load-result.ts';
import { LoadedDesk } from './loaded-desk.ts';
import type { Measurement } from './measurement.ts';
import { runStep } from './run-step.ts';

export interface Surroundings {
  readonly cores: number;
  /** Hears what goes on. */
  readonly tell: (sentence: string) => void;
}

/** Of the only desk, or of the one with so many workers. */
type Found = Pick<Footprint, 'written' | 'articles' | 'redis'> & { readonly ceiling: Measurement };

function subtract(from: Written, to: Written): Written {
  return {
    walBytes: to.walBytes - from.walBytes,
    transactions: to.transactions - from.transactions,
    rowsInserted: to.rowsInserted - from.rowsInserted,
    rowsUpdated: to.rowsUpdated - from.rowsUpdated,
    rowsDeleted: to.rowsDeleted - from.rowsDeleted,
  };
}

/** With what servers are asked to keep meanwhile. */
async function findWithFootprint(desk: LoadedDesk, source: ArticleSource, { seconds, warm }: LoadOptions): Promise<Found> {
  const [from, decided] = [await readWritten(desk), desk.journal.decided];
  let redis: RedisSize | undefined;
  const ceiling = await findCeiling(desk, source, { name: 'ceiling', seconds, warm }, async () => {
    redis = await readRedisSize(desk);
  });
  const to = await readWritten(desk);
  return { ceiling, articles: desk.journal.decided - decided, written: from && to && subtract(from, to), redis };
}

async function runSteps(
  desk: LoadedDesk,
  source: ArticleSource,
  { steps, seconds }: LoadOptions,
  ceiling: number,
  tell: Surroundings['tell'],
): Promise<readonly Measurement[]> {
  const results: Measurement[] = [];
  for (const share of steps) {
    tell(`${Math.round(share * 100)} % of the ceiling, ${(share * ceiling).toFixed(1)} articles a second, ${seconds} s`);
    results.push(await runStep(desk, source, { share, rate: share * ceiling, seconds }));
  }
  return results;
}

type Stepped = Pick<LoadResult, 'ceiling' | 'steps' | 'footprint'>;

async function runStepped(options: LoadOptions, threads: number, { tell }: Surroundings, cleanup: Cleanup): Promise<Stepped> {
  const { mode, seconds, output, profile } = options;
  tell(`a desk on ${mode} with ${threads} threads`);
  const desk = await LoadedDesk.open({ mode, workers: 1, threads, profiles: profile ? output : undefined }, cleanup);
  const source = new ArticleSource();
  tell(`the ceiling, ${seconds} s`);
  const { ceiling, ...found } = await findWithFootprint(desk, source, options);
  tell(`${ceiling.decidedPerSecond.toFixed(1)} articles a second`);
  const steps = await runSteps(desk, source, options, ceiling.decidedPerSecond, tell);
  const footprint = { ...found, tables: await readTableSizes(desk), storedArticles: desk.journal.accepted };
  await cleanup.run();
  return { ceiling, steps, footprint };
}

async function runWorkers(workers: number, { mode, seconds, warm }: LoadOptions, cleanup: Cleanup): Promise<WorkersResult> {
  const desk = await LoadedDesk.open({ mode, workers, threads: 1 }, cleanup);
  const ceiling = await findCeiling(desk, new ArticleSource(), { name: `${workers} workers`, seconds, warm });
  await cleanup.run();
  return { workers, ceiling };
}

/** Whatever is opened is told to `cleanup`, which is run between one desk and the next. */
export async function runLoad(options: LoadOptions, surroundings: Surroundings, cleanup: Cleanup): Promise<LoadResult> {
  const { mode, steps, threads = surroundings.cores } = options;
  const stepped: Stepped =
    steps.length > 0 ? await runStepped(options, threads, surroundings, cleanup) : { ceiling: null, steps: [], footprint: null };
  const workers: WorkersResult[] = [];
  for (const count of options.workers) {
    surroundings.tell(`${count} worker processes, a thread each`);
    workers.push(await runWorkers(count, options, cleanup));
  }
  return { mode, cores: surroundings.cores, threads, meanSize: meanSize(), ...stepped, workers };
}
