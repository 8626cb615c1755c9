import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { FairSlots } from '../../../src/service/api/fair-slots.ts';

/** Work that says when it begins and ends when it is told to. */
function createWork(slots: FairSlots) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const start = (tenant: string, name: string) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    ends.set(name, resolve);
    return slots.run(tenant, async () => {
      begun.push(name);
      await promise;
      return name;
    });
  };
  const end = async (name: string) => {
    ends.get(name)?.();
    await sleep(1);
  };
  return { begun, start, end };
}

describe('FairSlots', () => {
  it('gives places to tenants in turn', async () => {
    const { begun, start, end } = createWork(new FairSlots(2, { mostWaiting: 4, patienceMs: 60_000 }));
    const all = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1'].map((name) => start(name.charAt(0), name));
    expect(begun).toEqual(['a1', 'a2']);
    for (const name of ['a1', 'a2', 'a3', 'b1', 'c1', 'a4', 'b2']) await end(name);
    expect(begun).toEqual(['a1', 'a2', 'a3', 'b1', 'c1', 'a4', 'b2']);
    expect(await Promise.all(all)).toHaveLength(7);
  });

  it('refuses a tenant that has enough waiting, and no other', async () => {
    const { begun, start, end } = createWork(new FairSlots(1, { mostWaiting: 1, patienceMs: 60_000 }));
    const one = start('a', 'a1');
    const two = start('a', 'a2');
    await expect(start('a', 'a3')).rejects.toMatchObject({ code: 'busy' });
    const other = start('b', 'b1');
    for (const name of ['a1', 'a2', 'b1']) await end(name);
    expect(await Promise.all([one, two, other])).toEqual(['a1', 'a2', 'b1']);
    expect(begun).toEqual(['a1', 'a2', 'b1']);
  });

  it('refuses who waits too long, and gives the place to the next', async () => {
    const { start, end } = createWork(new FairSlots(1, { mostWaiting: 9, patienceMs: 50 }));
    const one = start('a', 'a1');
    await expect(start('b', 'b1')).rejects.toMatchObject({ code: 'busy' });
    const next = start('c', 'c1');
    await end('a1');
    await end('c1');
    expect(await Promise.all([one, next])).toEqual(['a1', 'c1']);
  });

  it('gives a place back when the work fails', async () => {
    const slots = new FairSlots(1, { mostWaiting: 1, patienceMs: 50 });
    await expect(slots.run('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await slots.run('b', () => Promise.resolve(1))).toBe(1);
  });
});
