import { workerData } from 'node:worker_threads';
import { FolderInUseError, lockFolder } from '../../../src/service/store/folder-lock.ts';

/** What the racers share: [racers that stand ready, round that was begun, racers that got the folder, racers that are through]. */
export interface Race {
  readonly folder: string;
  readonly shared: Int32Array;
  readonly rounds: number;
}

const { folder, shared, rounds } = workerData as Race;

function race(): void {
  try {
    lockFolder(folder);
    Atomics.add(shared, 2, 1);
  } catch (error) {
    if (!(error instanceof FolderInUseError)) throw error;
  }
}

for (let round = 1; round <= rounds; round++) {
  Atomics.add(shared, 0, 1);
  Atomics.wait(shared, 1, round - 1);
  race();
  Atomics.add(shared, 3, 1);
}
