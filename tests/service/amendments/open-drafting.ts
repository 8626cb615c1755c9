import type { Drafting } from '../../../src/service/amendments/make-draft.ts';
import { loadModerationModels } from '../../../src/service/processing/moderation-models.ts';
import { startModerationThreads } from '../../../src/service/processing/moderation-threads.ts';
import type { Processing } from '../../../src/service/processing/processing.ts';
import type { TestStore } from '../open-test-store.ts';

/** Threads as the api has them, for a store of a test; and a worker's processing that uses them, so both have one corpus. */
export interface TestDrafting {
  readonly drafting: Drafting;
  readonly processing: Processing;
  readonly close: () => Promise<void>;
}

export async function openDrafting({ pool, log, config, processing }: TestStore): Promise<TestDrafting> {
  const models = await loadModerationModels(config, false);
  const threads = startModerationThreads({ threads: 1, deadlineSeconds: 30, models }, () => undefined);
  await threads.ready();
  return {
    drafting: {
      ...{ pool, log },
      moderate: (_, article, findMatches, amending) => threads.moderate(article, findMatches, amending),
      fingerprintDays: processing.fingerprintDays,
    },
    processing: { ...processing, threads },
    close: threads.close,
  };
}
