import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Chargeable, findPrimaryCauses } from '../../../src/moderation/score/find-primary-causes.ts';
import { cpuSeconds } from '../../cpu-seconds.ts';

const chargeable: fc.Arbitrary<Chargeable> = fc
  .tuple(fc.nat(60), fc.nat(40), fc.constantFrom(0, 50, 300, 400), fc.constantFrom('flagged', 'removed'), fc.nat(3))
  .map(([start, length, base, action, name]) => ({
    start,
    end: start + length,
    base,
    action: action as 'flagged' | 'removed',
    confidence: 0.5,
    rule: `a.r${name}@1`,
  }));

const shares = (a: Chargeable, b: Chargeable): boolean => {
  let both = 0;
  for (let at = a.start; at < a.end; at++) if (at >= b.start && at < b.end) both++;
  return both * 2 > Math.max(a.end - a.start, b.end - b.start);
};
const sameState = (a: Chargeable, b: Chargeable): boolean => (a.action === 'flagged') === (b.action === 'flagged');

describe('findPrimaryCauses', () => {
  it('leaves no two causes on the same text, and gives no finding a cause about another', () => {
    fc.assert(
      fc.property(fc.array(chargeable, { maxLength: 40 }), (items) => {
        const primary = findPrimaryCauses(items);
        const causes = items.filter((_, index) => primary[index] === index);
        for (const [at, a] of causes.entries())
          for (const b of causes.slice(at + 1)) expect(sameState(a, b) && shares(a, b)).toBe(false);
        for (const [index, item] of items.entries()) {
          const cause = items[primary[index] ?? -1] as Chargeable;
          if (cause === item) continue;
          expect(primary[primary[index] ?? -1]).toBe(primary[index]);
          expect(sameState(item, cause) && shares(item, cause)).toBe(true);
          expect(cause.base).toBeGreaterThanOrEqual(item.base);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['all on one span', () => ({ start: 5, end: 900 })],
    ['nested', (index: number) => ({ start: index, end: 200_000 - index })],
    ['without any length', () => ({ start: 5, end: 5 })],
    ['side by side', (index: number) => ({ start: index * 10, end: index * 10 + 9 })],
  ])('takes little time for very many findings, %s', (_, spanOf) => {
    const items = Array.from({ length: 50_000 }, (__, index) => ({
      ...spanOf(index),
      base: index % 5,
      action: 'flagged' as const,
      confidence: 0.5,
      rule: 'a.b@1',
    }));
    expect(cpuSeconds(() => findPrimaryCauses(items))).toBeLessThan(2);
  });
});
