import fs from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { openTestStore } from '../open-test-store.ts';

/** O_DSYNC on Linux. */
const WRITTEN_THROUGH = 0o10000;

function readFlags(part: string): readonly number[] {
  return fs.readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      if (!fs.readlinkSync(`/proc/self/fd/${fd}`).includes(part)) return [];
      const [, flags = ''] = /flags:\s*(\d+)/u.exec(fs.readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8')) ?? [];
      return [Number.parseInt(flags, 8)];
    } catch {
      return []; // Closed since it was listed.
    }
  });
}

it.runIf(process.platform === 'linux')(
  'what the embedded store has committed is on the disk, and so is all else at a checkpoint',
  async () => {
    const synced = vi.spyOn(fs, 'fsyncSync');
    const test = await openTestStore('embedded', 'nothing');
    await test.accept({ id: 'synced', text: 'The council met at noon.' });
    const log = readFlags(join(test.config.dataFolder, 'pgdata', 'pg_wal'));
    expect(log.length).toBeGreaterThan(0);
    for (const flags of log) expect(flags & WRITTEN_THROUGH).toBe(WRITTEN_THROUGH);
    const before = synced.mock.calls.length;
    await test.pool.query('CHECKPOINT');
    expect(synced.mock.calls.length).toBeGreaterThan(before + 5);
    await test.close();
  },
  200_000,
);
