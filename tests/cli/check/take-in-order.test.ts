import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeInOrder } from '../../../src/cli/check/take-in-order.ts';

const nobody = { onWait: () => {} };

async function* count(length: number): AsyncGenerator<number> {
  for (let at = 0; at < length; at++) yield await Promise.resolve(at);
}

describe('takeInOrder', () => {
  it('gives every result in the order of the sources, however long each takes, with no more in flight than there is room for', async () => {
    const delays = fc.array(fc.nat(4), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(delays, fc.integer({ min: 1, max: 8 }), async (times, room) => {
        let begun = 0;
        let taken = 0;
        let most = 0;
        const begin = async (at: number): Promise<number> => {
          most = Math.max(most, ++begun - taken);
          await sleep(times[at]);
          return at;
        };
        const results: number[] = [];
        const hasRoom = (line: readonly unknown[]): boolean => line.length < room;
        for await (const result of takeInOrder(count(times.length), { ...nobody, hasRoom, begin })) {
          results.push(result);
          taken++;
        }
        expect(results).toEqual(times.map((_, at) => at));
        expect(most).toBeLessThanOrEqual(room + 1);
      }),
      { numRuns: 50 },
    );
  });

  it('gives a result while the next source does not come', async () => {
    async function* stall(): AsyncGenerator<string> {
      yield 'first';
      await new Promise(() => {});
    }
    const results = takeInOrder(stall(), { ...nobody, hasRoom: () => true, begin: (source) => Promise.resolve(source) });
    expect(await results.next()).toEqual({ done: false, value: 'first' });
  });

  it('tells what is waited for before it is begun', async () => {
    const told: string[] = [];
    const begin = (at: number): Promise<void> => {
      told.push(`begin ${at}`);
      return Promise.resolve();
    };
    const work = {
      hasRoom: (line: readonly unknown[]) => line.length === 0,
      begin,
      onWait: (at: number) => told.push(`wait ${at}`),
    };
    for await (const _ of takeInOrder(count(2), work)) told.push('done');
    expect(told.filter((line, at) => line !== told[at - 1])).toEqual([
      ...['wait 0', 'begin 0', 'wait 0', 'done'],
      ...['wait 1', 'begin 1', 'wait 1', 'done'],
    ]);
  });

  it('rejects in turn, after the results before it', async () => {
    const begin = (at: number): Promise<number> => (at === 1 ? Promise.reject(new Error('no thread')) : Promise.resolve(at));
    const results = takeInOrder(count(3), { ...nobody, hasRoom: () => true, begin });
    expect(await results.next()).toEqual({ done: false, value: 0 });
    await expect(results.next()).rejects.toThrow('no thread');
  });
});
