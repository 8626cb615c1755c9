import { describe, expect, it } from 'vitest';
import { remember } from '../../../src/service/access/remember.ts';

/** Knows ids that begin with `k`, and counts how often it was asked. */
function createSource() {
  const asked: string[] = [];
  const lookUp = (id: string) => {
    asked.push(id);
    return Promise.resolve(id.startsWith('k') ? id.toUpperCase() : undefined);
  };
  return { asked, lookUp };
}

describe('remember', () => {
  it('asks once for what is there and for what is not, also at the same time', async () => {
    const { asked, lookUp } = createSource();
    const { read } = remember(lookUp, 60_000);
    expect(await Promise.all([read('k'), read('k'), read('x')])).toEqual(['K', 'K', undefined]);
    expect([await read('k'), await read('x'), asked]).toEqual(['K', undefined, ['k', 'x']]);
  });

  it('asks again when the time is over, and after a failure', async () => {
    const { asked, lookUp } = createSource();
    const { read } = remember(lookUp, 0);
    await read('k');
    await read('k');
    expect(asked).toEqual(['k', 'k']);
    let fails = true;
    const shaky = remember((id) => (fails ? Promise.reject(new Error('away')) : lookUp(id)), 60_000);
    await expect(shaky.read('k')).rejects.toThrow('away');
    fails = false;
    expect(await shaky.read('k')).toBe('K');
  });

  it('keeps what is there, however many ask for what is not', async () => {
    const { asked, lookUp } = createSource();
    const { read } = remember(lookUp, 60_000);
    await read('k');
    for (let count = 0; count < 25_000; count++) await read(`x${count}`);
    asked.length = 0;
    await read('k');
    expect(asked).toEqual([]);
  });

  it('forgets the oldest alone', async () => {
    const { asked, lookUp } = createSource();
    const { read } = remember(lookUp, 60_000);
    for (let count = 0; count <= 10_000; count++) await read(`k${count}`);
    asked.length = 0;
    for (const id of ['k1', 'k10000', 'k0']) await read(id);
    expect(asked).toEqual(['k0']);
  });

  it('looks again at what was changed, and keeps nothing that was read before', async () => {
    let value = 'old';
    const gate = Promise.withResolvers<void>();
    const { read, forget } = remember(async () => {
      const seen = value;
      await gate.promise;
      return seen;
    }, 60_000);
    const early = read('k');
    value = 'new';
    forget('k');
    gate.resolve();
    expect([await early, await read('k')]).toEqual(['old', 'new']);
  });
});
