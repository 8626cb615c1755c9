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

  describe('ended early', () => {
    /** Numbers without end, and whether they were closed. */
    function openNumbers() {
      const numbers = { isClosed: false, sources: give() };
      async function* give(): AsyncGenerator<number> {
        try {
          for (let at = 0; ; at++) yield await Promise.resolve(at);
        } finally {
          await sleep(1);
          numbers.isClosed = true;
        }
      }
      return numbers;
    }
    const one = { ...nobody, hasRoom: (line: readonly unknown[]) => line.length === 0 };

    it('closes the sources when no more is wanted', async () => {
      const numbers = openNumbers();
      for await (const at of takeInOrder(numbers.sources, { ...one, begin: (source) => Promise.resolve(source) })) {
        if (at === 2) break;
      }
      expect(numbers.isClosed).toBe(true);
    });

    it.each([
      ['work', { ...one, begin: () => Promise.reject(new Error('no thread')) }],
      [
        'its beginning',
        {
          ...one,
          begin: () => {
            throw new Error('no thread');
          },
        },
      ],
    ])('closes the sources when %s fails', async (_, work) => {
      const numbers = openNumbers();
      await expect(takeInOrder<number, number>(numbers.sources, work).next()).rejects.toThrow('no thread');
      expect(numbers.isClosed).toBe(true);
    });

    it('says why it failed, not that the sources could not be closed', async () => {
      const sources: AsyncIterator<number> = {
        next: () => Promise.resolve({ done: false, value: 0 }),
        return: () => Promise.reject(new Error('not to be closed')),
      };
      const results = takeInOrder(sources, { ...one, begin: () => Promise.reject(new Error('no thread')) });
      await expect(results.next()).rejects.toThrow('no thread');
    });

    it('waits for no source that does not come, and closes behind it', async () => {
      let isClosed = false;
      const come = Promise.withResolvers<void>();
      async function* stall(): AsyncGenerator<string> {
        try {
          yield 'first';
          await come.promise;
          yield 'second';
        } finally {
          isClosed = true;
        }
      }
      const begun: string[] = [];
      const begin = (source: string) => {
        begun.push(source);
        return Promise.resolve(source);
      };
      const results = takeInOrder(stall(), { ...nobody, hasRoom: () => true, begin });
      await results.next();
      expect(await results.return(undefined)).toEqual({ done: true, value: undefined });
      expect(isClosed).toBe(false);
      come.resolve();
      await expect.poll(() => isClosed).toBe(true);
      expect(begun).toEqual(['first']);
    });

    it('leaves sources that have ended alone', async () => {
      let closed = 0;
      const sources = {
        next: () => Promise.resolve({ done: true as const, value: undefined }),
        return: () => Promise.reject(new Error(`${++closed}`)),
      };
      for await (const _ of takeInOrder<number, number>(sources, { ...one, begin: (at) => Promise.resolve(at) }));
      expect(closed).toBe(0);
    });
  });
});
