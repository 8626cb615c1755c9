import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Turns } from '../../../src/service/relay/turns.ts';
import { reduce } from '../../../src/service/store/reduce.ts';
import type { OutboxRow } from '../../../src/service/store/take-outbox.ts';

const state = reduce(undefined, { name: 'article.received', data: { sha256: '' } });

function rowOf(id: number, tenant: string, turn: number): OutboxRow {
  const key = { tenant, articleId: `${id}`, revision: 1 };
  const article = { key, source: '', externalId: '', state, inputSha256: '', traceId: '', jobId: null, head: '' };
  return { id: `${id}`, article, createdAt: new Date(0), turn };
}

/** What the SQL of `takeOutbox` does, in plain words. */
function take(
  waiting: Map<string, number>,
  weights: ReadonlyMap<string, number>,
  limit: number,
  turns: Turns,
): readonly string[] {
  const { byTenant, floor } = turns.served;
  const rows = [...waiting].flatMap(([tenant, count]) =>
    Array.from({ length: count }, (_, index) => {
      const served = Math.max(byTenant[tenant] ?? floor, floor);
      return rowOf(index, tenant, served + (index + 1) / (weights.get(tenant) ?? 1));
    }),
  );
  const taken = rows.sort((a, b) => a.turn - b.turn || (a.article.key.tenant < b.article.key.tenant ? -1 : 1)).slice(0, limit);
  turns.note(taken, taken.length < limit);
  for (const { article } of taken) waiting.set(article.key.tenant, (waiting.get(article.key.tenant) ?? 0) - 1);
  return taken.map(({ article }) => article.key.tenant);
}

describe('Turns', () => {
  it.each([1, 3, 10, 25])('shares by weight while all wait, whatever the size of a round (%i)', (limit) => {
    const turns = new Turns();
    const weights = new Map([
      ['a', 1],
      ['b', 3],
      ['c', 1],
    ]);
    const waiting = new Map([...weights.keys()].map((tenant) => [tenant, 1000]));
    const order: string[] = [];
    while (order.length < 500) order.push(...take(waiting, weights, limit, turns));
    for (const [tenant, weight] of weights) {
      const count = order.slice(0, 500).filter((name) => name === tenant).length;
      expect(Math.abs(count - 100 * weight)).toBeLessThanOrEqual(2 * weight + limit / 2);
    }
  });

  it('lets a tenant that comes late in at once, and does not let it make up for what it did not ask for', () => {
    const turns = new Turns();
    const weights = new Map<string, number>();
    const waiting = new Map([['long', 10_000]]);
    for (let round = 0; round < 50; round++) take(waiting, weights, 20, turns);
    waiting.set('late', 500);
    const order = Array.from({ length: 10 }, () => take(waiting, weights, 20, turns)).flat();
    expect(order.indexOf('late')).toBeLessThan(3);
    const late = order.filter((tenant) => tenant === 'late').length;
    expect(late).toBeGreaterThan(80);
    expect(late).toBeLessThan(125);
  });

  it('never lets anybody who waits starve', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 9 }), (lengths, limit) => {
        const turns = new Turns();
        const waiting = new Map(lengths.map((count, index) => [`t${index}`, count]));
        const seen = new Set<string>();
        for (let round = 0; round < lengths.length; round++) {
          for (const tenant of take(waiting, new Map(), limit, turns)) seen.add(tenant);
        }
        expect(seen.size).toBe(lengths.length);
      }),
    );
  });
});
