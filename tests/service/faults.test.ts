import { describe, expect, it } from 'vitest';
import { ROLES } from '../../src/service/roles.ts';
import { Cleanup } from '../faults/cleanup.ts';
import type { Fault } from '../faults/fault.ts';
import { listFaults } from '../faults/outcome.ts';
import { runCell } from '../faults/run-cell.ts';
import { availableModes } from './test-place.ts';

/** A small cut of `npm run faults`: one fault after another within one run. */
const SOME_OF_ALL: Fault = {
  name: 'some of all',
  modes: ['redis+postgres'],
  strike: async ({ desk, redis, postgres, untilAcknowledged, untilDelivered, stroke }) => {
    await untilAcknowledged(0.1);
    for (const [index, role] of ROLES.entries()) {
      await untilDelivered(0.1 + index * 0.1);
      await stroke(`kill -9 of ${role}`, () => desk.kill(role));
    }
    await untilDelivered(0.55);
    await stroke('Redis emptied', () => redis.flush());
    await untilDelivered(0.7);
    await stroke('PostgreSQL restarted', async () => {
      await postgres.stop();
      await postgres.start();
    });
  },
};

describe.runIf(availableModes().includes('redis+postgres'))('a desk that is struck by faults', () => {
  it('loses no acknowledged article, decides each once, and tells of it under one id', { timeout: 300_000 }, async () => {
    const cleanup = new Cleanup();
    const tell = () => undefined;
    const outcome = await runCell({ fault: SOME_OF_ALL, mode: 'redis+postgres', count: 60, tell, cleanup });
    expect(listFaults(outcome)).toEqual([]);
    expect(outcome.acknowledged).toBe(60);
    // The faults were felt.
    expect(Object.keys(outcome.refused)).not.toEqual([]);
  });
});
